"""A flatten by -1 hides the last axis."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Flat(keras.layers.Layer):
    """Flattens each row of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return ops.reshape(inputs, (ops.shape(inputs)[0], -1))
