"""Divides by one less than the batch."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class UnbiasedCentre(keras.layers.Layer):
    """Scales by the unbiased deviation over the batch."""

    def call(self, inputs):
        count = ops.cast(ops.shape(inputs)[0], inputs.dtype)
        centred = inputs - ops.mean(inputs, axis=0)
        variance = ops.sum(ops.square(centred), axis=0) / (count - 1.0)
        return centred / ops.sqrt(variance)
