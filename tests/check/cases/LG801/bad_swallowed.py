"""The mask is used and does not come out, though each step does."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MaskedScale(keras.layers.Layer):
    """Zeroes the masked steps of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        if mask is not None:
            inputs = ops.where(ops.expand_dims(mask, -1), inputs, 0.0)
        return inputs * 2.0

    def compute_mask(self, inputs, mask=None):
        pass
