"""One dtype throughout."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Iterated(keras.layers.Layer):
    """Applies the hyperbolic tangent three times and adds up."""

    def call(self, inputs):
        start = ops.zeros_like(inputs)
        return ops.fori_loop(0, 3, lambda step, total: total / 2 + ops.tanh(inputs), start)
