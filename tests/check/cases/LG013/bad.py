"""A compiler inside of the layer."""

import keras
import tensorflow as tf
from keras import ops


class Relu(keras.layers.Layer):
    @tf.function  # LG013
    def call(self, x, training=False):
        return ops.relu(x)
