"""Keras converts, and the gradient is gone."""

import keras
import numpy as np
from keras import ops


class Sorted(keras.layers.Layer):
    def call(self, x):
        values = ops.convert_to_numpy(x)  # LG574
        return ops.convert_to_tensor(np.sort(values, axis=-1))
