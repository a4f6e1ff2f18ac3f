import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rec")
class BucketEmbedding(keras.layers.Layer):
    """Embeds integer ids by their bucket: `id % buckets`.

    Args:
        buckets: Number of buckets.
        dim: Size of the embedding.

    Input shape: integer ids of any rank.
    """

    def __init__(self, buckets=16, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.buckets = buckets
        self.dim = dim

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table", shape=(self.buckets, self.dim),
            initializer="uniform",
        )
        self.built = True

    def call(self, ids):
        ids = ops.cast(ids, self.compute_dtype)
        bucket = ops.cast(ops.mod(ids, self.buckets), "int32")
        return ops.take(self.table, bucket, axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.dim)

    def get_config(self):
        return {
            **super().get_config(), "buckets": self.buckets, "dim": self.dim
        }
