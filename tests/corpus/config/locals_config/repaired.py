import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pe")
class SinusoidalPositions(keras.layers.Layer):
    """Adds fixed sinusoids to a sequence (batch, time, dim)."""

    def __init__(self, max_wavelength=10000.0, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self._args = {"max_wavelength": max_wavelength, "scale": scale}
        self.max_wavelength = max_wavelength
        self.scale = scale
        self.supports_masking = True

    def call(self, x):
        time, dim = ops.shape(x)[1], x.shape[-1]
        positions = ops.expand_dims(ops.arange(time, dtype="float32"), 1)
        index = ops.arange(dim, dtype="float32")
        rates = ops.power(1.0 / self.max_wavelength, 2.0 * (index // 2) / dim)
        angles = positions * rates
        even = ops.cast(index % 2 == 0, "float32")
        table = ops.sin(angles) * even + ops.cos(angles) * (1.0 - even)
        return x + ops.cast(self.scale * table, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(self._args)
        return config
