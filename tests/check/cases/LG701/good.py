"""Constants take the compute dtype; float32 inside is cast back."""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Windowed(keras.layers.Layer):
    """Weighs the features by a fixed window, and takes the mean away in float32."""

    def build(self, input_shape):
        self.window = np.hanning(input_shape[-1] + 2)[1:-1]

    def call(self, inputs):
        precise = ops.cast(inputs, "float32")
        centred = ops.cast(precise - ops.mean(precise, axis=-1, keepdims=True), self.compute_dtype)
        return ops.multiply(centred, ops.convert_to_tensor(self.window, dtype=self.compute_dtype))
