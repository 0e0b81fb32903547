"""Getting to a shop: its address, whether it lets in, what it says of itself, and at which pace it is asked."""
