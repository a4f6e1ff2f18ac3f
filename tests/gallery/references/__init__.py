"""The references, one file for each spec of `examples/`."""
