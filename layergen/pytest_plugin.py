"""`pytest --layergen PATH`: a test for each layer and rule. Nothing of layergen is imported unless the option is given."""
