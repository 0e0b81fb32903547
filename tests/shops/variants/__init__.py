"""One shop a module; each has markup, words and habits of its own."""
