"""A reshape by the static length."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SplitHeads(keras.layers.Layer):
    """Splits (batch, steps, features) into (batch, steps, 2, features // 2)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        batch, steps, features = inputs.shape
        width = features // 2
        rows = ops.reshape(inputs, (-1, steps * 2 * width))
        return ops.reshape(rows, (-1, steps, 2, width))
