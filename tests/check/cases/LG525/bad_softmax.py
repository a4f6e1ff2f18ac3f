"""A softmax written out, without taking the maximum away."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Weigh(keras.layers.Layer):
    """Softmax over the features."""

    def call(self, inputs):
        exponentials = ops.exp(inputs)
        return exponentials / ops.sum(exponentials, axis=-1, keepdims=True)
