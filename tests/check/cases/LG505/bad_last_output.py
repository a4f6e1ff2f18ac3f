"""The attention of the last call is kept on the layer; after a compiled call it is a dead tracer."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SelfWeight(keras.layers.Layer):
    """Weighs the features by their softmax."""

    def call(self, inputs):
        self.last_weights = ops.softmax(inputs, axis=-1)
        return inputs * self.last_weights
