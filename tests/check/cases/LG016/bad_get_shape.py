"""get_shape of TensorFlow 1."""

import keras
from keras import ops


class ByWidth(keras.layers.Layer):
    def call(self, x):
        width = x.get_shape()[-1]  # LG016
        return x / width
