"""LG3xx: config, round trip, save and load, clone and copy."""
