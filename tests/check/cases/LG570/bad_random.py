"""Python randomness, two calls deep."""

import random

import keras


def draw():
    return random.random() < 0.5  # LG570


class Sometimes(keras.layers.Layer):
    def call(self, x, training=False):
        return self.maybe(x) if training else x

    def maybe(self, x):
        return x * 2 if draw() else x
