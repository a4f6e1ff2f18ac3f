"""A stack of one and the same layer."""

import keras


class Deep(keras.layers.Layer):
    def __init__(self, units=8, depth=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.depth = depth
        self.entry = keras.layers.Dense(units)
        self.stack = [keras.layers.Dense(units, activation="relu")] * depth  # LG416

    def build(self, input_shape):
        self.entry.build(input_shape)
        for layer in self.stack:
            if not layer.built:
                layer.build((*input_shape[:-1], self.units))
        super().build(input_shape)

    def call(self, x):
        x = self.entry(x)
        for layer in self.stack:
            x = layer(x)
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units, "depth": self.depth}
