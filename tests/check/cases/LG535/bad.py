"""The first states are made from the inputs, as in Keras 2: Keras 3 gives none."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Cell(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        super().build(input_shape)

    def call(self, inputs, states):
        state = ops.tanh(ops.matmul(inputs, self.kernel) + 0.5 * states[0])
        return state, [state]

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [ops.tile(ops.zeros_like(inputs[:, :1]), (1, self.units))]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
