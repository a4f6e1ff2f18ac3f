"""Rounding has no slope."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Steps(keras.layers.Layer):
    """Rounds to tenths."""

    def call(self, inputs):
        return ops.round(inputs * 10.0) / 10.0
