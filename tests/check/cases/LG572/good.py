"""A print in the constructor."""

import keras
from keras import ops


class Relu(keras.layers.Layer):
    def __init__(self, verbose=False, **kwargs):
        super().__init__(**kwargs)
        self.verbose = verbose
        if verbose:
            print("made")

    def call(self, x):
        return ops.relu(x)

    def get_config(self):
        return {**super().get_config(), "verbose": self.verbose}
