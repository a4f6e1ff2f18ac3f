"""The promise slices around an axis, which may be counted from the end."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="reduce")
class LogMeanExp(keras.layers.Layer):
    def __init__(self, axis=1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, inputs):
        highest = ops.max(inputs, axis=self.axis, keepdims=True)
        mean = ops.mean(ops.exp(inputs - highest), axis=self.axis)
        return ops.log(mean) + ops.squeeze(highest, axis=self.axis)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[: self.axis]) + tuple(input_shape[self.axis + 1 :])

    def get_config(self):
        return {**super().get_config(), "axis": self.axis}
