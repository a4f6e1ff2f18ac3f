"""The shape by a method of TensorFlow."""

import keras
from keras import ops


class Same(keras.layers.Layer):
    def call(self, x):
        batch, width = x.shape.as_list()  # LG016
        return ops.reshape(x, (-1, width))
