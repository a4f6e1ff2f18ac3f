"""Every weight takes part, also one that is zero at the start."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class GatedMap(keras.layers.Layer):
    """A linear map behind a gate that is closed at the start."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        self.gate = self.add_weight(name="gate", shape=(), initializer="zeros")

    def call(self, inputs):
        return self.gate * (ops.matmul(inputs, self.kernel) + self.bias)
