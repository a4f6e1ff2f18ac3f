"""Strings on the way, which XLA does not know."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="cases")
class Rounded(keras.layers.Layer):
    """Rounds to two digits by way of text."""

    def call(self, inputs):
        return tf.strings.to_number(tf.strings.as_string(inputs, precision=2), tf.float32)

    def compute_output_shape(self, input_shape):
        return input_shape
