"""Names made in a loop."""

import keras
from keras import ops


class Gains(keras.layers.Layer):
    def __init__(self, steps=2, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps

    def build(self, input_shape):
        self.gains = [
            self.add_weight(f"gain_{i}", (input_shape[-1],), initializer="ones")  # LG004
            for i in range(self.steps)
        ]

    def call(self, x):
        for gain in self.gains:
            x = x * gain
        return x

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
