import keras
from keras import ops


@keras.saving.register_keras_serializable(package="quant")
class FakeQuant(keras.layers.Layer):
    """Rounds to steps of 1 / `levels`, with a straight-through gradient."""

    def __init__(self, levels=8, **kwargs):
        super().__init__(**kwargs)
        self.levels = levels
        self.supports_masking = True

    def call(self, x):
        rounded = ops.round(x * self.levels) / self.levels
        return x + ops.stop_gradient(rounded - x)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "levels": self.levels}
