import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="sv")
class TableLookup(layers.Layer):
    """Maps small integer ids through a table that `set_table` replaces."""

    def __init__(self, size=10, dim=4, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.dim = dim
        self.table = keras.random.normal((size, dim))

    def set_table(self, values):
        self.table = ops.convert_to_tensor(values)

    def call(self, ids):
        ids = ops.clip(ops.cast(ids, "int32"), 0, self.size - 1)
        return ops.cast(ops.take(self.table, ids, axis=0), self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.dim)

    def get_config(self):
        return {**super().get_config(), "size": self.size, "dim": self.dim}
