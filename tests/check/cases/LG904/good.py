"""Constants are cheap: made at each call, or as NumPy in build."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Positions(keras.layers.Layer):
    """Adds the position to each feature."""

    def build(self, input_shape):
        self.offsets = np.arange(input_shape[-1])

    def call(self, inputs):
        return (
            inputs
            + ops.cast(self.offsets, inputs.dtype)
            + ops.cast(ops.arange(inputs.shape[-1]), inputs.dtype)
        )
