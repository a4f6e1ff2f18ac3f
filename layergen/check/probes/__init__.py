"""What happens when we do this to a layer? The only place that imports Keras."""
