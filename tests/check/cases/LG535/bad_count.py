"""One state is promised, and two come out."""

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
        return state, [state, state]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
