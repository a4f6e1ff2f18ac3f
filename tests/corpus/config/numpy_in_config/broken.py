import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="signal")
class FixedFilter(keras.layers.Layer):
    """Convolves each channel of (batch, time, channels) with fixed taps."""

    def __init__(self, taps=(0.25, 0.5, 0.25), **kwargs):
        super().__init__(**kwargs)
        self.taps = np.asarray(taps, dtype="float32")

    def call(self, x):
        n = len(self.taps)
        padded = ops.pad(x, [[0, 0], [n - 1, 0], [0, 0]])
        time = ops.shape(x)[1]
        out = 0.0
        for i in range(n):
            out = out + float(self.taps[i]) * padded[:, i : i + time]
        return out

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["taps"] = self.taps
        return config
