"""What brings customers back."""
