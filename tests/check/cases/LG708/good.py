"""Angles in float32, and what comes of them in the compute dtype."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Rotary(keras.layers.Layer):
    """Turns halves of the features by angles that grow with the position."""

    def call(self, inputs):
        half = inputs.shape[-1] // 2
        rate = 10000.0 ** (-ops.arange(half, dtype="float32") / half)
        steps = ops.arange(ops.shape(inputs)[1], dtype="float32")
        angle = steps[:, None] * rate[None, :]
        sine, cosine = (ops.cast(f(angle), inputs.dtype) for f in (ops.sin, ops.cos))
        one, two = inputs[..., :half], inputs[..., half:]
        turned = [one * cosine - two * sine, one * sine + two * cosine]
        return ops.concatenate(turned, axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape
