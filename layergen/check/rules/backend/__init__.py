"""LG9xx: compiled calls and other backends."""
