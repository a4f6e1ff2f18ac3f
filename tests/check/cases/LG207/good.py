"""Lengths are read from the tensor of each call."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class HalveFeatures(keras.layers.Layer):
    """Averages pairs of neighbouring features of (batch, steps, features) and adds the position."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.width = input_shape[2] // 2
        self.built = True

    def call(self, inputs):
        steps = ops.shape(inputs)[1]
        pairs = ops.reshape(inputs, (-1, steps, self.width, 2))
        offsets = ops.cast(ops.arange(steps), inputs.dtype) / ops.cast(steps, inputs.dtype)
        return ops.mean(pairs, axis=-1) + ops.reshape(offsets, (1, -1, 1))
