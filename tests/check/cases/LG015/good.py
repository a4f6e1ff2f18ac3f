"""TensorFlow 2 only."""

import keras
import tensorflow as tf


class Twice(keras.layers.Layer):
    def call(self, x):
        return tf.identity(x) * 2
