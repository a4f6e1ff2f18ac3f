"""NumPy on numbers that are known when the layer is traced."""

import keras
import numpy as np
from keras import ops


class Scaled(keras.layers.Layer):
    def call(self, x):
        scale = np.sqrt(x.shape[-1])
        table = np.arange(int(np.prod(x.shape[1:])))
        return x / scale + ops.reshape(ops.cast(table, x.dtype), x.shape[1:])
