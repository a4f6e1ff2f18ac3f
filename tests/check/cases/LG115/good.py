"""Base arguments taken by **kwargs, and by name."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return ops.multiply(inputs, self.factor)

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


@keras.saving.register_keras_serializable(package="cases")
class Shift(keras.layers.Layer):
    def __init__(self, offset=2.0, *, name=None, dtype=None, trainable=True):
        super().__init__(name=name, dtype=dtype, trainable=trainable)
        self.offset = offset

    def call(self, inputs):
        return ops.add(inputs, self.offset)

    def get_config(self):
        return {**super().get_config(), "offset": self.offset}
