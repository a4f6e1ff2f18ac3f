"""The choice is made by keras.ops; Python only branches on what is known beforehand."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class CentreIfPositive(keras.layers.Layer):
    """Takes the mean away where it is positive."""

    def __init__(self, enabled=True, **kwargs):
        super().__init__(**kwargs)
        self.enabled = enabled

    def call(self, inputs, training=False):
        if not self.enabled:
            return inputs
        mean = ops.mean(inputs, axis=-1, keepdims=True)
        return ops.where(mean > 0, inputs - mean, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape
