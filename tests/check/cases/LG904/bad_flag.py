"""Tracing sets a flag that changes every call after it."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Calibrated(keras.layers.Layer):
    """Scales by a number that is found at the first call."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = None

    def call(self, inputs):
        if self.scale is None:
            self.scale = ops.mean(ops.abs(inputs)) + 1.0
        return inputs / self.scale
