"""A vector and a sequence in one list: the scores of hidden steps are made 0 before the softmax."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Interest(keras.layers.Layer):
    """Weighs a history by a candidate."""

    def call(self, inputs, mask=None):
        candidate, history = inputs
        scores = ops.sum(history * candidate[:, None, :], axis=-1)
        if mask is not None and mask[1] is not None:
            scores = ops.where(mask[1], scores, ops.zeros_like(scores))
        return ops.sum(ops.softmax(scores)[..., None] * history, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None
