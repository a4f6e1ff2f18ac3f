"""layergen writes custom Keras layers and proves layers right."""

__version__ = "0.1.0"
