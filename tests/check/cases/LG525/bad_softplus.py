"""log(1 + exp(x)) overflows long before its value does."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Smooth(keras.layers.Layer):
    """A smooth rectifier."""

    def call(self, inputs):
        return ops.log(1.0 + ops.exp(inputs))
