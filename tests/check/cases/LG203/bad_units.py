"""The last axis becomes units, but compute_output_shape returns the input shape."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Projection(keras.layers.Layer):
    """A linear map."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel)

    def compute_output_shape(self, input_shape):
        return input_shape
