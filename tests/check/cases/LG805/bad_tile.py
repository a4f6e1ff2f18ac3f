"""The mask is repeated for features along an axis that it does not have."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MaskedScale(keras.layers.Layer):
    """Zeroes the masked steps of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        if mask is not None:
            weights = ops.transpose(ops.cast(mask, inputs.dtype), (0, 2, 1))
            inputs = inputs * weights
        return inputs * 2.0
