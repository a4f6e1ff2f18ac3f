"""A shape as Keras 2 hung it on tensors."""

import keras
from keras import ops


class ByWidth(keras.layers.Layer):
    def call(self, x):
        return x * x._keras_shape[-1]  # LG012
