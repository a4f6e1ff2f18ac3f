"""A sublayer that is there only if it is asked for, and that build forgets."""

import keras


class Projected(keras.layers.Layer):
    def __init__(self, units=8, gated=False, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.gated = gated
        self.value = keras.layers.Dense(units)
        self.gate = keras.layers.Dense(units, activation="sigmoid") if gated else None

    def build(self, input_shape):  # LG402
        self.value.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        outputs = self.value(inputs)
        return outputs if self.gate is None else outputs * self.gate(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "gated": self.gated}
