"""The number of rows that come out of tf.boolean_mask depends on values, which XLA does not take."""

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class PositiveMean(keras.layers.Layer):
    """Adds the mean of the positive features of the batch."""

    def call(self, inputs):
        positive = tf.boolean_mask(inputs, inputs > 0)
        return inputs + ops.sum(tf.unique(positive)[0]) * 0.001

    def compute_output_shape(self, input_shape):
        return input_shape
