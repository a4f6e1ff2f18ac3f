"""Each row is compared with each: the second axis is as long as the batch, and as unknown."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Similarities(keras.layers.Layer):
    """Products of all pairs of two batches of vectors."""

    def call(self, inputs):
        one, two = inputs
        return ops.matmul(one, ops.transpose(two))

    def compute_output_shape(self, input_shape):
        one, two = input_shape
        return (one[0], two[0])
