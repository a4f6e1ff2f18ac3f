"""A counter on the class."""

import keras


class Counted(keras.layers.Layer):
    made = 0

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        Counted.made += 1  # LG173
        self.number = Counted.made

    def call(self, x):
        return x * self.number
