"""Two states, of which one is never anything but what it was."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Cell(keras.layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = [units, units]
        self.output_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs, states):
        hidden, carry = states
        gate = ops.sigmoid(ops.matmul(inputs, self.kernel))
        hidden = gate * hidden + (1.0 - gate) * ops.tanh(carry)
        return hidden, [hidden, carry]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
