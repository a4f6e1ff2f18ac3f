"""The tensor has a name."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Softened(keras.layers.Layer):
    """The softplus of the input."""

    def call(self, inputs):
        return ops.softplus(inputs)
