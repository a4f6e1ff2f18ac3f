"""LG5xx: the call, what it depends on, and its randomness."""
