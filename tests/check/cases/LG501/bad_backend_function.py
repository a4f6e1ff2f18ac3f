"""A symbolic call is answered by compute_output_shape; a real one meets a function that does not exist."""

import keras
from keras import backend


@keras.saving.register_keras_serializable(package="cases")
class OldDot(keras.layers.Layer):
    """A linear map, as Keras 2 wrote it."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        super().build(input_shape)

    def call(self, inputs):
        return backend.dot(inputs, self.kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)
