"""A letter too many."""

import keras
from keras import ops


class Times(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_configs(self):  # LG032
        return {**super().get_config(), "factor": self.factor}
