"""A layer for each place; a layer without weights may stand in several."""

import keras


class Deep(keras.layers.Layer):
    def __init__(self, units=8, depth=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.depth = depth
        self.stack = [keras.layers.Dense(units) for _ in range(depth)]
        self.activations = [keras.layers.ReLU()] * depth

    def build(self, input_shape):
        for layer in self.stack:
            layer.build(input_shape)
            input_shape = (*input_shape[:-1], self.units)
        self.built = True

    def call(self, x):
        for layer, activation in zip(self.stack, self.activations, strict=True):
            x = activation(layer(x))
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units, "depth": self.depth}
