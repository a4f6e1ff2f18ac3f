"""The mask is given its axes for the attention, which is then called without it."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Scores(keras.layers.Layer):
    def call(self, inputs, mask=None):
        if mask is not None:
            hidden = mask[:, None, :]  # LG529
        return ops.softmax(ops.matmul(inputs, ops.transpose(inputs, (0, 2, 1))))
