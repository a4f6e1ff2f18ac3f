"""An ignore of a rule that there is not."""

import keras
from keras import ops


class Relu(keras.layers.Layer):
    def call(self, x):
        # layergen: ignore[prints-in-cal] shows when it is traced
        print("relu")
        return ops.relu(x)
