"""A sublayer on the class."""

import keras


class Shared(keras.layers.Layer):
    dense = keras.layers.Dense(8)  # LG173

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)
