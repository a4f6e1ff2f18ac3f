"""The norm that a word asks for is made, and its result thrown away."""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="cases")
class Projection(layers.Layer):
    """A linear map; with norm="layer" normalised before."""

    def __init__(self, units=6, norm=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.norm = norm
        self.dense = layers.Dense(units, dtype=self.dtype_policy)
        self.before = (
            layers.LayerNormalization(dtype=self.dtype_policy) if norm == "layer" else None
        )

    def build(self, input_shape):
        if self.before is not None:
            self.before.build(input_shape)
        self.dense.build(input_shape)

    def call(self, inputs):
        if self.before is not None:
            self.before(inputs)
        return self.dense(inputs)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "norm": self.norm}
