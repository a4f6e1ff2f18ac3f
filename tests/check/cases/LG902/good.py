"""Sizes do not depend on values."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class PositiveMean(keras.layers.Layer):
    """Adds the mean of the positive features of each row, in order of size."""

    def call(self, inputs):
        positive = ops.where(inputs > 0, inputs, 0.0)
        return ops.sort(inputs, axis=-1) + ops.mean(positive, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return input_shape
