"""An assert that refuses a tuple."""

import keras
from keras import ops


class MyPair(keras.layers.Layer):
    def build(self, input_shape):
        assert isinstance(input_shape, list)  # LG006
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[0][-1], 4))

    def call(self, x):
        assert isinstance(x, list)  # LG006
        a, b = x
        return ops.dot(a, self.kernel) + ops.mean(b, axis=-1, keepdims=True)
