"""A rectifier that starts far below zero."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Late(keras.layers.Layer):
    """A rectified map; its bias starts where the rectifier is shut."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="zeros"
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer=keras.initializers.Constant(-0.05)
        )

    def call(self, inputs):
        return ops.relu(ops.matmul(inputs, self.kernel) + self.bias)
