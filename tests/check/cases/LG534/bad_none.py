"""A weight that is None without the shortcut."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="skip")
class Skip(keras.layers.Layer):
    def __init__(self, residual=True, **kwargs):
        super().__init__(**kwargs)
        self.residual = residual
        self.supports_masking = True

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], input_shape[-1]))
        self.alpha = self.add_weight(name="alpha", shape=(), initializer="ones") if self.residual else None
        super().build(input_shape)

    def call(self, x):
        return ops.matmul(x, self.kernel) + self.alpha * x

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "residual": self.residual}
