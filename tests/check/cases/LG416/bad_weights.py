"""Three gates that are one weight."""

import keras
from keras import ops


class Gates(keras.layers.Layer):
    def build(self, input_shape):
        gate = self.add_weight(name="gate", shape=(input_shape[-1],))
        self.gates = dict.fromkeys(["update", "reset"], gate)  # LG416
        super().build(input_shape)

    def call(self, x):
        return x * ops.sigmoid(x * self.gates["update"]) * ops.tanh(self.gates["reset"])
