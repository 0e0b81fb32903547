"""Small shops with a known truth, written by people who never read the walker."""
