"""The mask is turned into float32, and lifts what it meets."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SumOverTime(keras.layers.Layer):
    """The sum over the steps of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        if mask is not None:
            inputs = ops.multiply(inputs, ops.cast(ops.expand_dims(mask, -1), "float32"))
        return ops.sum(inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
