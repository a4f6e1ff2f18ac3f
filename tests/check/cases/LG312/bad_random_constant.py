"""A random projection that is drawn again at each load."""

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="cases")
class RandomFeatures(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        generator = np.random.default_rng()
        self.projection = generator.normal(size=(input_shape[-1], self.units)).astype("float32")

    def call(self, inputs):
        return keras.ops.cos(keras.ops.matmul(inputs, self.projection))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
