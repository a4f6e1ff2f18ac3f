"""A softmax of nothing but minus infinity."""

import keras
import numpy as np
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
            scores = ops.where(ops.expand_dims(mask, -1), scores, -np.inf)
        return ops.sum(ops.softmax(scores, axis=1) * inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
