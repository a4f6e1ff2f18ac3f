"""The choice is made by Python, in an object that the layer asks."""

import keras
from keras import ops


class Switch:
    """Picks one of two."""

    def pick(self, test, one, other):
        return one if test else other


@keras.saving.register_keras_serializable(package="cases")
class CentreIfPositive(keras.layers.Layer):
    """Takes the mean away where it is positive."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.switch = Switch()

    def call(self, inputs):
        mean = ops.mean(inputs, axis=-1, keepdims=True)
        return self.switch.pick(ops.max(mean) > 0, inputs - mean, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape
