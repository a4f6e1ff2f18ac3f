"""The squares are summed in float32, and the epsilon is one that float16 can hold."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class UnitRows(keras.layers.Layer):
    """Scales each row to unit length."""

    def call(self, inputs):
        precise = ops.cast(inputs, "float32")
        length = ops.sqrt(ops.sum(ops.square(precise), axis=-1, keepdims=True) + 1e-4)
        return ops.cast(precise / length, self.compute_dtype)
