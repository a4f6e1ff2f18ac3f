"""The switch is about something else."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Scaled(keras.layers.Layer):
    def __init__(self, units=4, normalize=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.normalize = normalize

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=(features, self.units))
        self.scale = self.add_weight(name="scale", shape=(self.units,), initializer="ones")
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        y = ops.matmul(inputs, self.kernel)
        if self.normalize:
            y = y / (1e-3 + ops.max(ops.abs(y), axis=-1, keepdims=True))
        return y * self.scale

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "normalize": self.normalize}
