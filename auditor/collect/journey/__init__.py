"""The walker: one file a leg (find, adding, cart, door), the same legs on every screen."""
