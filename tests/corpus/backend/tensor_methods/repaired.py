import keras
from keras import ops


@keras.saving.register_keras_serializable(package="fm")
class FactorizationPairs(keras.layers.Layer):
    """Second-order interactions of a factorization machine: `(batch, fields, dim)` -> `(batch, 1)`."""

    def call(self, embeddings):
        total = ops.sum(embeddings, axis=1)
        squares = ops.sum(ops.square(embeddings), axis=1)
        return 0.5 * ops.sum(total * total - squares, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 1)
