"""A variable that Keras does not see."""

import keras
import tensorflow as tf


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = tf.Variable(tf.ones((input_shape[-1],)))  # LG022

    def call(self, x):
        return x * self.gain
