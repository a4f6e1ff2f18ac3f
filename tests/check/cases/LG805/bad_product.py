"""A boolean mask is multiplied with numbers of another rank."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class MaskedScale(keras.layers.Layer):
    """Zeroes the masked steps of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        if mask is not None:
            inputs = inputs * mask
        return inputs * 2.0
