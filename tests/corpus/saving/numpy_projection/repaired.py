import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class RandomProjection(keras.layers.Layer):
    """Johnson-Lindenstrauss projection; nothing to train."""

    def __init__(self, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim

    def build(self, input_shape):
        self.matrix = self.add_weight(
            name="matrix",
            shape=(input_shape[-1], self.dim),
            initializer=keras.initializers.RandomNormal(stddev=1.0 / self.dim**0.5),
            trainable=False,
        )
        self.built = True

    def call(self, x):
        return ops.matmul(x, ops.cast(self.matrix, x.dtype))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.dim)

    def get_config(self):
        return {**super().get_config(), "dim": self.dim}
