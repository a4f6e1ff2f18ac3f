"""The ids are compared as half-precision numbers."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class OneHot(keras.layers.Layer):
    """A one-hot row for each token id."""

    def __init__(self, vocabulary_size=32, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size

    def call(self, token_ids):
        numbers = ops.cast(ops.arange(self.vocabulary_size), self.compute_dtype)
        hits = ops.cast(token_ids, self.compute_dtype)[..., None] == numbers
        return ops.cast(hits, self.compute_dtype)
