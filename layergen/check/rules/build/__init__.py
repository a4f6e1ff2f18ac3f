"""LG4xx: build, weights and sublayers."""
