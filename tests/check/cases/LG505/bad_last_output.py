"""The weights of the last call are kept on the layer; after a compiled call they are a dead tracer."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SelfWeight(keras.layers.Layer):
    """Weighs the features by their softmax."""

    def call(self, inputs):
        weights = ops.softmax(inputs, axis=-1)
        setattr(self, "last_weights", weights)
        return inputs * weights
