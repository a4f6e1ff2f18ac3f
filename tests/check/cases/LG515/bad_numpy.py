"""A NumPy array comes out."""

import keras
import numpy as np

TABLE = {"round": lambda x: np.round(np.array(x))}


@keras.saving.register_keras_serializable(package="cases")
class Rounded(keras.layers.Layer):
    """Rounds to whole numbers."""

    def call(self, inputs):
        return TABLE["round"](inputs)

    def compute_output_shape(self, input_shape):
        return input_shape
