"""What a shop says of its goods: words, pictures, prices, stock, deliveries and reviews."""
