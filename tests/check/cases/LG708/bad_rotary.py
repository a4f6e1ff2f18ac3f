"""The angles of far steps are computed of positions that bfloat16 cannot hold."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Rotary(keras.layers.Layer):
    """Turns halves of the features by angles that grow with the position."""

    def call(self, inputs):
        half = inputs.shape[-1] // 2
        rate = 10000.0 ** (-ops.arange(half, dtype=self.compute_dtype) / half)
        steps = ops.arange(ops.shape(inputs)[1], dtype=self.compute_dtype)
        angle = steps[:, None] * rate[None, :]
        one, two = inputs[..., :half], inputs[..., half:]
        turned = [
            one * ops.cos(angle) - two * ops.sin(angle),
            one * ops.sin(angle) + two * ops.cos(angle),
        ]
        return ops.concatenate(turned, axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape
