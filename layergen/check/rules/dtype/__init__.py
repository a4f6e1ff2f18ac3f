"""LG7xx: dtype policies."""
