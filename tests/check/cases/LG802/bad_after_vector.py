"""A vector comes first; the mask of the history behind it is not used."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Interest(keras.layers.Layer):
    def call(self, target, history, history_mask=None):
        scores = ops.sum(history * target[:, None, :], axis=-1)
        if history_mask is not None:
            scores = ops.where(history_mask, ops.cast(-3e4, scores.dtype), scores)
        return ops.sum(ops.softmax(scores)[..., None] * history, axis=1)
