"""Constants on the class."""

import keras


class Gains(keras.layers.Layer):
    MODES = ["sum", "mean"]
    supports_jit = True

    def __init__(self, mode="sum", **kwargs):
        super().__init__(**kwargs)
        self.mode = mode
        self.gains = []

    def build(self, input_shape):
        self.gains.append(self.add_weight(name="gain", shape=(input_shape[-1],)))

    def call(self, x):
        return x * self.gains[-1]

    def get_config(self):
        return {**super().get_config(), "mode": self.mode}
