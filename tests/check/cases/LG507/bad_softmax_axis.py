"""A softmax over the batch axis."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Attend(keras.layers.Layer):
    """Weighs the features."""

    def call(self, inputs):
        return inputs * ops.softmax(inputs, axis=0)
