"""Every decision about the layer to write, taken before any template runs."""
