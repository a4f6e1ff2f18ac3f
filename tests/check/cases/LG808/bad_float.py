"""The mask comes out as float numbers."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Doubled(keras.layers.Layer):
    """Twice the input, (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return inputs * 2.0

    def compute_mask(self, inputs, mask=None):
        return None if mask is None else ops.cast(mask, "float32")
