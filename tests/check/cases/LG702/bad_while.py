"""A loop whose state starts in float32 and comes back in the compute dtype."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Iterated(keras.layers.Layer):
    """Applies the hyperbolic tangent three times and adds up."""

    def call(self, inputs):
        def body(step, total):
            return step + 1, total / 2 + ops.tanh(inputs)

        start = ops.zeros_like(inputs, dtype="float32")
        total = ops.fori_loop(0, 3, lambda i, t: body(i, t)[1].__class__ and ops.cast(body(i, t)[1], inputs.dtype), start)
        return total
