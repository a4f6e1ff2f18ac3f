"""A mask of scores, of their own shape."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MaskedShares(keras.layers.Layer):
    def call(self, scores, mask=None):
        if mask is not None:
            scores = ops.where(mask, scores, ops.cast(-3e4, scores.dtype))
        return ops.softmax(scores, axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape
