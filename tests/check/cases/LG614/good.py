"""What is fixed is not trainable, and an identity may learn."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Banded(keras.layers.Layer):
    """A linear map along a band, then one that starts as the identity."""

    def build(self, input_shape):
        size = input_shape[-1]
        band = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) <= 1
        self.kernel = self.add_weight(name="kernel", shape=(size, size))
        self.turn = self.add_weight(name="turn", shape=(size, size), initializer="identity")
        self.band = self.add_weight(
            name="band",
            shape=(size, size),
            initializer=lambda shape, dtype=None: ops.cast(band, dtype),
            trainable=False,
        )

    def call(self, inputs):
        return ops.matmul(ops.matmul(inputs, self.kernel * self.band), self.turn)
