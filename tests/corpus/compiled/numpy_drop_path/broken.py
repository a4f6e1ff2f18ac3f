import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="droppath")
class StochasticDepth(keras.layers.Layer):
    def __init__(self, rate=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.supports_masking = True
        self.rng = np.random.default_rng(seed)

    def call(self, x, training=False):
        if not training or self.rate == 0.0:
            return x
        keep = 1.0 - self.rate
        shape = (ops.shape(x)[0],) + (1,) * (len(x.shape) - 1)
        draw = ops.convert_to_tensor(self.rng.random(), dtype=x.dtype)
        return x / keep * ops.cast(draw < keep, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
