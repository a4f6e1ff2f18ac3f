"""Sets and NumPy numbers turned into lists and numbers."""

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="cases")
class Sums(keras.layers.Layer):
    def __init__(self, factors=(1.0, 2.0), scale=3.0, **kwargs):
        super().__init__(**kwargs)
        self.factors = set(factors)
        self.scale = np.float32(scale)

    def call(self, inputs):
        return sum(inputs * factor for factor in sorted(self.factors)) * float(self.scale)

    def get_config(self):
        return {
            **super().get_config(),
            "factors": sorted(self.factors),
            "scale": float(self.scale),
        }
