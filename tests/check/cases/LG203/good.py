"""What is promised comes out, for odd and even lengths and for unknown ones."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class EveryOtherProjected(keras.layers.Layer):
    """Keeps every other step of (batch, steps, features) and maps the features."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs):
        return ops.matmul(inputs[:, ::2], self.kernel)

    def compute_output_shape(self, input_shape):
        batch, steps, _ = input_shape
        return (batch, None if steps is None else (steps + 1) // 2, self.units)
