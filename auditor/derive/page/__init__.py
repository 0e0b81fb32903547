"""What stands on one page: its body read once, with texts, forms and data blocks by place."""
