"""Functions of keras.ops; methods of what is no tensor."""

import keras
from keras import ops


class Pairs(keras.layers.Layer):
    def call(self, inputs):
        shape = list(inputs.shape)
        shape.reverse()
        total = ops.sum(inputs, axis=1)
        squares = ops.sum(ops.square(inputs), axis=1)
        return 0.5 * (total * total - squares) * float(shape.index(shape[0]) + 1)
