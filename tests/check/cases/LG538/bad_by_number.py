"""Reads them by number, and keeps the list in a variable."""

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
        self.recurrent = self.add_weight(shape=(self.units, self.units), name="recurrent")

    def call(self, inputs, states):
        slow = states[0]
        fast = states[1]
        gate = ops.sigmoid(ops.matmul(inputs, self.kernel) + ops.matmul(fast, self.recurrent))
        next_slow = 0.9 * slow + 0.1 * gate
        next_fast = 0.5 * fast + 0.5 * gate - slow
        new_states = (next_fast, next_slow)
        return next_fast, new_states  # LG538

    def get_config(self):
        return {**super().get_config(), "units": self.units}
