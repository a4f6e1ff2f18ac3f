"""LG2xx: promised, traced and real shapes and dtypes-of-specs."""
