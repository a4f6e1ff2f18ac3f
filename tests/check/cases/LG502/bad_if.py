"""A Python if on a tensor's value."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class CentreIfPositive(keras.layers.Layer):
    """Takes the mean away where it is positive."""

    def call(self, inputs):
        if ops.mean(inputs) > 0:
            return inputs - ops.mean(inputs, axis=-1, keepdims=True)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape
