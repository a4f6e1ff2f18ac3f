"""Driving a layer that nobody described: what its source says, what is known beforehand, then a short ordered search."""
