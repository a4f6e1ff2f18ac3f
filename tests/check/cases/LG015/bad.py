"""A variable of TensorFlow 1."""

import keras
import tensorflow as tf


class Twice(keras.layers.Layer):
    def call(self, x):
        with tf.compat.v1.variable_scope("gain"):  # LG015
            return x * 2
