"""A word that the constructor takes and call has no branch for."""

import keras
from keras import ops


class Pool(keras.layers.Layer):
    def __init__(self, how="mean", **kwargs):
        super().__init__(**kwargs)
        if how not in ("mean", "max", "last"):
            raise ValueError(f"Unknown pooling: {how!r}")
        self.how = how

    def call(self, inputs):
        if self.how == "mean":
            pooled = ops.mean(inputs, axis=1)
        elif self.how == "max":
            pooled = ops.max(inputs, axis=1)
        return pooled  # LG534

    def get_config(self):
        return {**super().get_config(), "how": self.how}
