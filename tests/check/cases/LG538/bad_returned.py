"""Hands on hidden and memory the other way round."""

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
        h, c = states
        gate = ops.sigmoid(ops.matmul(inputs, self.kernel) + ops.matmul(h, self.recurrent))
        c_new = gate * c + (1.0 - gate) * ops.tanh(h)
        h_new = gate * ops.tanh(c_new)
        return h_new, [c_new, h_new]  # LG538

    def get_config(self):
        return {**super().get_config(), "units": self.units}
