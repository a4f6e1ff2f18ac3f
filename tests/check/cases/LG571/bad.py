"""The clock as a source of numbers."""

import time

import keras


class Clocked(keras.layers.Layer):
    def call(self, x):
        return x * (1.0 + time.time() % 1.0)  # LG571
