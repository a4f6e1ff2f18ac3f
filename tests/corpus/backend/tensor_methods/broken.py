import keras
from keras import ops


@keras.saving.register_keras_serializable(package="fm")
class FactorizationPairs(keras.layers.Layer):
    """Second-order interactions of a factorization machine: `(batch, fields, dim)` -> `(batch, 1)`."""

    def call(self, embeddings):
        total = embeddings.sum(axis=1)
        squares = (embeddings * embeddings).sum(axis=1)
        return 0.5 * (total * total - squares).sum(axis=-1).reshape((-1, 1))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 1)
