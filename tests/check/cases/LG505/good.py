"""What is wanted outside is returned."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SelfWeight(keras.layers.Layer):
    """Weighs the features by their softmax, and returns the weights too."""

    def call(self, inputs):
        weights = ops.softmax(inputs, axis=-1)
        return inputs * weights, weights
