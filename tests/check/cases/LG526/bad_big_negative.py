"""A constant that float16 turns into infinity."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class PositiveSoftmax(keras.layers.Layer):
    """Softmax over the positive features."""

    def call(self, inputs):
        hidden = ops.cast(inputs <= 0, inputs.dtype)
        return ops.softmax(inputs + hidden * ops.cast(-1e9, inputs.dtype), axis=-1)
