"""The gate's kernel is made in any case."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Gated(keras.layers.Layer):
    def __init__(self, units=4, gated=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.gated = gated

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=(features, self.units))
        self.gate = self.add_weight(name="gate", shape=(features, self.units))
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        y = ops.matmul(inputs, self.kernel)
        if self.gated:
            y = y * ops.sigmoid(ops.matmul(inputs, self.gate))
        return y

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "gated": self.gated}
