"""Masked steps take no part."""

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
        scores = ops.matmul(inputs, self.query)
        if mask is not None:
            scores = ops.where(ops.expand_dims(mask, -1), scores, -3e4)
        return ops.sum(ops.softmax(scores, axis=1) * inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None


@keras.saving.register_keras_serializable(package="cases")
class Interest(keras.layers.Layer):
    """Weighs a history by a candidate."""

    def call(self, inputs, mask=None):
        candidate, history = inputs
        scores = ops.sum(history * candidate[:, None, :], axis=-1)
        if mask is not None and mask[1] is not None:
            scores = ops.where(mask[1], scores, ops.cast(-3e4, scores.dtype))
        return ops.sum(ops.softmax(scores)[..., None] * history, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
