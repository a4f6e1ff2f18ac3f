"""Computes a new state and hands on the old one."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Cell(keras.layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")
        self.recurrent = self.add_weight(shape=(self.units, self.units), name="recurrent")

    def call(self, inputs, states):
        (before,) = states
        after = ops.tanh(ops.matmul(inputs, self.kernel) + ops.matmul(before, self.recurrent))
        return after, [before]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
