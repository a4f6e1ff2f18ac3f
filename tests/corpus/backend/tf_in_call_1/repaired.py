import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="transformer_parts")
class SinusoidalPosition(keras.layers.Layer):
    """Adds the fixed sine and cosine code of "Attention is all you need"."""

    def __init__(self, max_wavelength=10000, **kwargs):
        super().__init__(**kwargs)
        self.max_wavelength = max_wavelength
        self.supports_masking = True

    def build(self, input_shape):
        width = input_shape[-1]
        half = np.arange(width) // 2
        self._rates = (1.0 / self.max_wavelength ** (2 * half / width)).tolist()
        self._even = (np.arange(width) % 2 == 0).tolist()
        self.built = True

    def call(self, inputs):
        positions = ops.cast(ops.arange(ops.shape(inputs)[1]), "float32")
        rates = ops.convert_to_tensor(self._rates, dtype="float32")
        angles = positions[:, None] * rates[None, :]
        even = ops.convert_to_tensor(self._even, dtype="bool")
        code = ops.where(even, ops.sin(angles), ops.cos(angles))
        return inputs + ops.cast(code, inputs.dtype)[None]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"max_wavelength": self.max_wavelength})
        return config
