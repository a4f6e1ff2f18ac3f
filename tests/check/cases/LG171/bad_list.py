"""A list of sublayers before the constructor of Keras."""

import keras


class Stack(keras.layers.Layer):
    def __init__(self, depth=2, **kwargs):
        self.blocks = [keras.layers.Dense(8) for _ in range(depth)]  # LG171
        super().__init__(**kwargs)
        self.depth = depth

    def build(self, input_shape):
        for block in self.blocks:
            block.build(input_shape)
            input_shape = block.compute_output_shape(input_shape)

    def call(self, x):
        for block in self.blocks:
            x = block(x)
        return x

    def get_config(self):
        return {**super().get_config(), "depth": self.depth}
