"""NumPy noise without any training argument."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Jitter(keras.layers.Layer):
    """Scales by a number near one."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs):
        scale = keras.random.uniform((), 0.9, 1.1, seed=self.seed_generator)
        return inputs * ops.cast(scale, inputs.dtype) + np.float32(0.0)
