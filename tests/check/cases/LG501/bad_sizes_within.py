"""A bias that no input fits: two sizes within the layer itself."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Maxout(keras.layers.Layer):
    """The largest of several linear maps."""

    def __init__(self, units=6, pieces=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.pieces = pieces

    def build(self, input_shape):
        shape = (input_shape[-1], self.units * self.pieces)
        self.kernel = self.add_weight(name="kernel", shape=shape)
        self.bias = self.add_weight(name="bias", shape=(self.pieces,), initializer="zeros")

    def call(self, inputs):
        y = ops.matmul(inputs, self.kernel) + self.bias
        y = ops.reshape(y, (*ops.shape(y)[:-1], self.units, self.pieces))
        return ops.max(y, axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "pieces": self.pieces}
