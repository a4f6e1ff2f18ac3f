"""LG1xx: the constructor and its arguments, those that are accepted and ignored among them."""
