"""Numbers of a vocabulary pass through the compute dtype: in half precision neighbours fall together."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Lookup(keras.layers.Layer):
    """A learnt row for each token id."""

    def __init__(self, vocabulary_size=32, width=5, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size
        self.width = width

    def build(self, input_shape):
        self.table = self.add_weight(name="table", shape=(self.vocabulary_size, self.width))

    def call(self, token_ids):
        token_ids = ops.cast(token_ids, self.compute_dtype)
        return ops.take(self.table, ops.cast(token_ids, "int32"), axis=0)
