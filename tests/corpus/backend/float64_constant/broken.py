import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="fourier")
class FourierFeatures(keras.layers.Layer):
    """Sines and cosines of the input at geometrically spaced frequencies."""

    def __init__(self, num_bands=4, **kwargs):
        super().__init__(**kwargs)
        self.num_bands = num_bands

    def call(self, inputs):
        bands = ops.convert_to_tensor(np.logspace(0.0, 2.0, self.num_bands))
        angles = ops.multiply(ops.expand_dims(inputs, -1), bands)
        angles = ops.reshape(angles, (*ops.shape(inputs)[:-1], inputs.shape[-1] * self.num_bands))
        return ops.concatenate([ops.sin(angles), ops.cos(angles)], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 2 * self.num_bands * input_shape[-1])

    def get_config(self):
        return {**super().get_config(), "num_bands": self.num_bands}
