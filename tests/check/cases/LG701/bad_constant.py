"""A NumPy constant in float32 lifts the result."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Windowed(keras.layers.Layer):
    """Weighs the features by a fixed window."""

    def build(self, input_shape):
        self.window = np.hanning(input_shape[-1] + 2)[1:-1].astype("float32")

    def call(self, inputs):
        return ops.multiply(inputs, ops.convert_to_tensor(self.window))
