import keras
from keras import ops


@keras.saving.register_keras_serializable(package="detr")
class ObjectQueries(keras.layers.Layer):
    """Learnt queries, one set for each image, that are compared to the memory.

    Input shape: `(batch, length, dim)`. Output shape: `(batch, num_queries, length)`.
    """

    def __init__(self, num_queries=5, **kwargs):
        super().__init__(**kwargs)
        self.num_queries = num_queries

    def build(self, input_shape):
        self.batch = input_shape[0] or 1
        self.queries = self.add_weight(
            name="queries", shape=(self.num_queries, input_shape[-1]), initializer="glorot_uniform"
        )
        super().build(input_shape)

    def call(self, memory):
        queries = ops.tile(self.queries[None], (self.batch, 1, 1))
        return ops.matmul(queries, ops.transpose(memory, (0, 2, 1)))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.num_queries, input_shape[1])

    def get_config(self):
        return {**super().get_config(), "num_queries": self.num_queries}
