"""A choice that is made while Python runs, and so once for all in a compiled call."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Alternating(keras.layers.Layer):
    """Doubles where values can be read, and squashes where they cannot."""

    def call(self, inputs):
        try:
            ops.convert_to_numpy(inputs)
        except Exception:
            return ops.tanh(inputs)
        return inputs * 2.0
