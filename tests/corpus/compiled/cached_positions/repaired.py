import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pe")
class SinusoidalPositions(keras.layers.Layer):
    """Adds sinusoidal positions to `(batch, time, features)`."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self._cache = None

    def _positions(self, length, dim):
        index = ops.cast(ops.arange(length), "float32")[:, None]
        rates = ops.exp(ops.cast(ops.arange(dim), "float32") * (-math.log(10000.0) / dim))
        return ops.sin(index * rates[None, :])

    def call(self, x):
        positions = self._positions(ops.shape(x)[1], x.shape[-1])
        return x + ops.cast(positions, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape
