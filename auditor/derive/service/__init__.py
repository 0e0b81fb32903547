"""What a shop promises and does after the sale, and who it is."""
