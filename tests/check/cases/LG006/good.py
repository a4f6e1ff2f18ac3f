"""Lists and tuples are both taken."""

import keras
from keras import ops


class AddTwo(keras.layers.Layer):
    def call(self, inputs):
        if not isinstance(inputs, (list, tuple)):
            raise ValueError(f"expected a list of two tensors, received {inputs!r}")
        a, b = inputs
        return a + b
