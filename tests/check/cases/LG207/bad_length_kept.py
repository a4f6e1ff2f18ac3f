"""The length seen by build is baked into a reshape."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class HalveFeatures(keras.layers.Layer):
    """Averages pairs of neighbouring features of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.steps = input_shape[1]
        self.width = input_shape[2] // 2
        self.built = True

    def call(self, inputs):
        pairs = ops.reshape(inputs, (-1, self.steps, self.width, 2))
        return ops.mean(pairs, axis=-1)
