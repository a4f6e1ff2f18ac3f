"""Masked steps are zeros before they meet the others."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MovingAverage(keras.layers.Layer):
    """The mean of each step of (batch, steps, features) and its neighbours."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        if mask is not None:
            inputs = ops.where(ops.expand_dims(mask, -1), inputs, 0.0)
        padded = ops.pad(inputs, ((0, 0), (1, 1), (0, 0)))
        return (padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]) / 3.0
