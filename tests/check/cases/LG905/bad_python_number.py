"""A Python number that grows goes into a tf.function: each value is a new trace."""

import keras
import tensorflow as tf


@tf.function
def powered(x, exponent):
    return x * 0.9**exponent + x * 0.0


@keras.saving.register_keras_serializable(package="cases")
class Decayed(keras.layers.Layer):
    """Counts on."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def call(self, inputs):
        self.step += 1
        return powered(inputs, self.step) * 0.0 + inputs
