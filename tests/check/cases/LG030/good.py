"""An ignore that is needed."""

import keras
from keras import ops


class Relu(keras.layers.Layer):
    def call(self, x):
        print("relu")  # layergen: ignore[LG572] shows when it is traced
        return ops.relu(x)
