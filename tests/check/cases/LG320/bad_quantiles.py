"""The bounds that `adapt` finds are arrays on the layer."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Bounded(keras.layers.Layer):
    """Cuts features at the quantiles of the data it was adapted to."""

    def build(self, input_shape):
        self.low = np.full((input_shape[-1],), -1e4, dtype="float32")
        self.high = np.full((input_shape[-1],), 1e4, dtype="float32")

    def adapt(self, data):  # LG320
        low, high = np.quantile(data, [0.05, 0.95], axis=0)
        self.low, self.high = low, high

    def call(self, inputs):
        low = ops.cast(self.low, inputs.dtype)
        return ops.minimum(ops.maximum(inputs, low), ops.cast(self.high, inputs.dtype))
