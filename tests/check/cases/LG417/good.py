"""Each kernel is as wide as what it meets."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="match")
class Match(keras.layers.Layer):
    """Similarity of each query to each memory slot: (b, n, d1), (b, m, d2) -> (b, n, m)."""

    def __init__(self, units=12, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, query_shape, memory_shape):
        self.query_kernel = self.add_weight(name="query_kernel", shape=(query_shape[-1], self.units))
        self.memory_kernel = self.add_weight(name="memory_kernel", shape=(memory_shape[-1], self.units))
        self.built = True

    def call(self, query, memory):
        q = ops.matmul(query, self.query_kernel)
        m = ops.matmul(memory, self.memory_kernel)
        return ops.matmul(q, ops.transpose(m, (0, 2, 1)))

    def compute_output_shape(self, query_shape, memory_shape):
        return (*query_shape[:-1], memory_shape[1])

    def get_config(self):
        return {**super().get_config(), "units": self.units}
