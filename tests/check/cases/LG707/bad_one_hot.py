"""One-hot rows of ids that are cast late."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Lookup(keras.layers.Layer):
    def __init__(self, num_bins=50, dim=4, **kwargs):
        super().__init__(**kwargs)
        self.num_bins = num_bins
        self.dim = dim

    def build(self, input_shape):
        self.table = self.add_weight(shape=(self.num_bins, self.dim), name="table")

    def call(self, inputs):
        rows = ops.one_hot(ops.cast(inputs, "int32") % self.num_bins, self.num_bins)
        return ops.matmul(ops.cast(rows, self.compute_dtype), self.table)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.dim)

    def get_config(self):
        return {**super().get_config(), "num_bins": self.num_bins, "dim": self.dim}
