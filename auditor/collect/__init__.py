"""Looks at a shop through a browser and writes down what was seen; the only room that imports playwright."""
