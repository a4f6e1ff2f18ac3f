"""A learnt offset that stretches a narrower input."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Offset(keras.layers.Layer):
    """Adds a learnt row, then takes the hyperbolic tangent."""

    def build(self, input_shape):
        self.offset = self.add_weight(name="offset", shape=(1, input_shape[-1]))

    def call(self, inputs):
        return ops.tanh(inputs + self.offset)
