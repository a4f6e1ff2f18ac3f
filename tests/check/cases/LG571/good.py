"""The clock at construction."""

import time

import keras


class Clocked(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.made_at = time.time()

    def call(self, x):
        return x * 2
