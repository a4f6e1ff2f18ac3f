"""Methods of torch's tensors."""

import keras
from keras import ops


class Excite(keras.layers.Layer):
    def call(self, x):
        mean = ops.mean(x, axis=1)
        return x * ops.sigmoid(mean).unsqueeze(1)  # LG017
