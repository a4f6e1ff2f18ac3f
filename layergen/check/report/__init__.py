"""Who reads it? One file per format."""
