"""LG8xx: masks."""
