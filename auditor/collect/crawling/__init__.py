"""Reading pages besides the walk: which, in which order, and what kind each is."""
