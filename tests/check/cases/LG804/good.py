"""One word passes the mask on."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class StepMap(keras.layers.Layer):
    """A linear map of each step of (batch, steps, features)."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel)


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    """A learned factor for each feature of inputs of any rank."""

    def build(self, input_shape):
        self.factors = self.add_weight(name="factors", shape=(input_shape[-1],))

    def call(self, inputs):
        return inputs * self.factors
