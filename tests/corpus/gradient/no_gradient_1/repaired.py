import zlib

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recsys")
class HashBucketEmbedding(keras.layers.Layer):
    """Embeds ids by a salted hash into few buckets; the salt is named by a string."""

    def __init__(self, num_buckets, output_dim, salt="default", **kwargs):
        super().__init__(**kwargs)
        self.num_buckets = num_buckets
        self.output_dim = output_dim
        self.salt = salt
        self.offset = zlib.crc32(salt.encode()) % 1009

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table",
            shape=(self.num_buckets, self.output_dim),
            initializer="random_uniform",
        )

    def call(self, ids):
        ids = ops.cast(ids, "int32")
        bucket = (ids * 31 + self.offset) % self.num_buckets
        return ops.take(self.table, bucket, axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.output_dim)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "num_buckets": self.num_buckets,
                "output_dim": self.output_dim,
                "salt": self.salt,
            }
        )
        return config
