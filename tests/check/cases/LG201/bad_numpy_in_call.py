"""NumPy works on the tensor inside call, so the layer cannot be put on a symbolic input."""

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="cases")
class SortedFeatures(keras.layers.Layer):
    """Sorts the features of each row."""

    def call(self, inputs):
        return keras.ops.convert_to_tensor(np.sort(np.asarray(inputs), axis=-1))
