"""Bins of a fixed number: their size must be known, and the layer says so."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="cases")
class SpatialPyramidPooling(layers.Layer):
    """Fixed bins by average over slices, (b, h, w, c) -> (b, bins, c); h and w must be known."""

    def __init__(self, bins=(1, 2), **kwargs):
        super().__init__(**kwargs)
        self.bins = tuple(bins)

    def build(self, input_shape):
        if input_shape[1] is None or input_shape[2] is None:
            raise ValueError("SpatialPyramidPooling needs a known height and width")
        self.built = True

    def call(self, x):
        h, w = x.shape[1], x.shape[2]
        pooled = []
        for n in self.bins:
            for i in range(n):
                for j in range(n):
                    region = x[:, i * h // n : (i + 1) * h // n, j * w // n : (j + 1) * w // n]
                    pooled.append(ops.mean(region, axis=(1, 2)))
        return ops.stack(pooled, axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], sum(n * n for n in self.bins), input_shape[-1])

    def get_config(self):
        return {**super().get_config(), "bins": list(self.bins)}
