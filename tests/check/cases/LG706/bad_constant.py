"""A constant for hidden scores that float16 cannot hold."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SumOverTime(keras.layers.Layer):
    """The largest of the steps of (batch, steps, features), from below."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        if mask is not None:
            shown = ops.cast(ops.expand_dims(mask, -1), inputs.dtype)
            inputs = inputs + (1.0 - shown) * ops.cast(-1e9, inputs.dtype)
        return ops.max(inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
