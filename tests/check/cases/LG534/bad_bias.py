"""Without the bias that call adds."""

import keras
from keras import ops


class Linear(keras.layers.Layer):
    def __init__(self, units=6, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,))
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel) + self.bias  # LG534

    def get_config(self):
        return {**super().get_config(), "units": self.units, "use_bias": self.use_bias}
