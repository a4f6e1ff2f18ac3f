"""The kernel has no such method; a symbolic call is answered by compute_output_shape and never gets there."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Tied(keras.layers.Layer):
    """A linear map and the bias of a missing attribute."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel) + self.offset

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)
