"""From the decided layer to files."""
