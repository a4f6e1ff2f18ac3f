"""The mask is cast from the ids and turned round."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Words(keras.layers.Layer):
    """Vectors of token ids; 0 is padding."""

    def __init__(self, vocabulary_size=20, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size
        self.embedding = keras.layers.Embedding(vocabulary_size, 8, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.embedding.build(input_shape)

    def call(self, token_ids):
        return self.embedding(token_ids)

    def compute_mask(self, token_ids, mask=None):
        return ops.logical_not(ops.cast(token_ids, "bool"))

    def compute_output_shape(self, input_shape):
        return (*input_shape, 8)

    def get_config(self):
        return {**super().get_config(), "vocabulary_size": self.vocabulary_size}
