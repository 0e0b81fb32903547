"""The checks of cx-audit: one file each, grouped by stage of the customer journey."""
