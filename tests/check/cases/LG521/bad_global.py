"""No seed at all: Keras's global generator, which no model saves and no compiled call moves."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Noise(keras.layers.Layer):
    """Adds noise in training."""

    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + keras.random.normal(ops.shape(inputs), dtype=inputs.dtype)
