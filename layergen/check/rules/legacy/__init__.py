"""LG0xx: Keras 2 leftovers and other faults seen in the source alone."""
