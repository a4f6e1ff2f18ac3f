import keras
from keras import ops


@keras.saving.register_keras_serializable(package="xl")
class MemoryAttention(keras.layers.Layer):
    """Attention over the segment and a cached memory before it.

    Call arguments:
        x: `(batch, time, features)`.
        memory: Optional `(batch, memory_time, features)`.
    """

    def __init__(self, heads=2, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads

    def build(self, x_shape, memory_shape=None):
        dim = x_shape[-1]
        self.wq = self.add_weight(name="wq", shape=(dim, dim))
        self.wkv = self.add_weight(name="wkv", shape=(dim, 2 * dim))
        self.memory_time = None if memory_shape is None else memory_shape[1]
        self.built = True

    def split(self, x, time):
        dim = x.shape[-1]
        return ops.reshape(x, (-1, time, self.heads, dim // self.heads))

    def call(self, x, memory=None):
        time = ops.shape(x)[1]
        source, source_time = x, time
        if memory is not None:
            source = ops.concatenate(
                [ops.cast(memory, x.dtype), x], axis=1
            )
            source_time = self.memory_time + time
        q = self.split(ops.matmul(x, self.wq), time)
        k, v = ops.split(ops.matmul(source, self.wkv), 2, axis=-1)
        k, v = self.split(k, source_time), self.split(v, source_time)
        scores = ops.einsum("bqhd,bkhd->bhqk", q, k) / q.shape[-1] ** 0.5
        y = ops.einsum("bhqk,bkhd->bqhd", ops.softmax(scores), v)
        return ops.reshape(y, (-1, time, x.shape[-1]))

    def compute_output_shape(self, x_shape, memory_shape=None):
        return x_shape

    def get_config(self):
        return {**super().get_config(), "heads": self.heads}
