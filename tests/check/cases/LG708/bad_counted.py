"""Steps are counted by adding ones up in the dtype of the input."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Waves(keras.layers.Layer):
    """Adds a sine of the step's number."""

    def call(self, inputs):
        step = ops.cumsum(ops.ones_like(inputs[..., :1]), axis=1)
        return inputs + ops.sin(2.0 * step)

    def compute_output_shape(self, input_shape):
        return input_shape
