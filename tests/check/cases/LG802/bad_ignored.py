"""mask is taken and not looked at."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MeanOverTime(keras.layers.Layer):
    """The mean over the steps of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs, mask=None):
        return ops.mean(inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
