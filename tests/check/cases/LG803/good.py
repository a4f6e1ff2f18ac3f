"""compute_mask drops what call drops."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class EveryOther(keras.layers.Layer):
    """Keeps every other step of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return inputs[:, ::2]

    def compute_mask(self, inputs, mask=None):
        return None if mask is None else mask[:, ::2]
