"""What a checkout asks, offers and costs."""
