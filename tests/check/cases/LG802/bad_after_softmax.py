"""The scores of masked steps have taken part in the softmax before they are zeroed."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class AttentionPool(keras.layers.Layer):
    """Pools (batch, steps, features) with learnt attention."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.query = self.add_weight(name="query", shape=(input_shape[-1], 1))

    def call(self, inputs, mask=None):
        weights = ops.softmax(ops.matmul(inputs, self.query), axis=1)
        if mask is not None:
            weights = weights * ops.cast(ops.expand_dims(mask, -1), weights.dtype)
        return ops.sum(weights * inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
