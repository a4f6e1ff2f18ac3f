"""Masked steps are zeros, and a maximum sees zeros."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MaxOverTime(keras.layers.Layer):
    """The maximum over the steps of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        if mask is not None:
            inputs = ops.where(ops.expand_dims(mask, -1), inputs, 0.0)
        return ops.max(inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
