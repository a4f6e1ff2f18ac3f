"""The pattern of connections is trainable: cut connections grow back."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Banded(keras.layers.Layer):
    """A linear map along a band."""

    def build(self, input_shape):
        size = input_shape[-1]
        band = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) <= 1
        self.kernel = self.add_weight(name="kernel", shape=(size, size))
        self.band = self.add_weight(
            name="band", shape=(size, size), initializer=lambda shape, dtype=None: ops.cast(band, dtype)
        )

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel * self.band)
