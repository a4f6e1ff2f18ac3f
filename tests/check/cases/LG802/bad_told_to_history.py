"""With several tensors Keras leaves `mask` to the caller; this one takes it, and sums over all steps."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class HistoryPool(keras.layers.Layer):
    """Adds the mean of a history to the user; `mask` is True where the history is."""

    def call(self, user, history, mask=None):
        total = ops.sum(history, axis=1)
        if mask is None:
            return user + total / ops.cast(ops.shape(history)[1], history.dtype)
        count = ops.sum(ops.cast(mask, history.dtype), axis=1, keepdims=True)
        return user + total / ops.maximum(count, 1)

    def compute_output_shape(self, user_shape, history_shape):
        return user_shape
