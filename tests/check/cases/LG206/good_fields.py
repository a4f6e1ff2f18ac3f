"""The ids of each field: as many as the argument has elements."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="cases")
class FieldEmbedding(layers.Layer):
    """One table for many fields by offsets. Input (batch, fields) of ids per field."""

    def __init__(self, cardinalities, dim=4, **kwargs):
        super().__init__(**kwargs)
        self.cardinalities = list(cardinalities)
        self.dim = dim

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table", shape=(sum(self.cardinalities), self.dim), initializer="uniform"
        )
        self.built = True

    def call(self, ids):
        offsets = [sum(self.cardinalities[:i]) for i in range(len(self.cardinalities))]
        ids = ops.cast(ids, "int32") + ops.convert_to_tensor(offsets, dtype="int32")
        return ops.take(self.table, ids, axis=0)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape) + (self.dim,)

    def get_config(self):
        return {**super().get_config(), "cardinalities": self.cardinalities, "dim": self.dim}
