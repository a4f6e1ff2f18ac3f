"""A list on the class that instances write into."""

import keras


class Gains(keras.layers.Layer):
    gains = []

    def build(self, input_shape):
        self.gains.append(self.add_weight(name="gain", shape=(input_shape[-1],)))  # LG173

    def call(self, x):
        return x * self.gains[-1]
