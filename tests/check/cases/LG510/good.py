"""The squeeze names its axis."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class RowMean(keras.layers.Layer):
    """The mean of each row, as a vector."""

    def call(self, inputs):
        return ops.squeeze(ops.mean(inputs, axis=-1, keepdims=True), axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]


@keras.saving.register_keras_serializable(package="cases")
class Shuffle(keras.layers.Layer):
    """Three channels in two groups come out even for some numbers of rows, by accident."""

    def __init__(self, groups=2, **kwargs):
        super().__init__(**kwargs)
        self.groups = groups

    def call(self, inputs):
        height, width, channels = inputs.shape[1:]
        parted = ops.reshape(inputs, (-1, height, width, self.groups, channels // self.groups))
        mixed = ops.transpose(parted, (0, 1, 2, 4, 3))
        return ops.reshape(mixed, (-1, height, width, channels))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "groups": self.groups}
