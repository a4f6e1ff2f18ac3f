"""A table that is always the same, kept as an array, and a weight."""

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="cases")
class Waves(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        rows = np.arange(input_shape[-1])[:, None]
        self.table = np.sin(rows * np.arange(1, self.units + 1)[None, :]).astype("float32")
        self.scale = self.add_weight(shape=(self.units,), initializer="ones", name="scale")

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.table) * self.scale

    def get_config(self):
        return {**super().get_config(), "units": self.units}
