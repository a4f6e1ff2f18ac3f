"""An ignore with its reason, and one in a text."""

import keras
from keras import ops


class Relu(keras.layers.Layer):
    def call(self, x):
        print("# layergen: ignore[LG999]")  # layergen: ignore[LG572] shows when it is traced
        return ops.relu(x)
