"""The result that used the gate is thrown away."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Gated(keras.layers.Layer):
    """A gated linear map."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.gate = keras.layers.Dense(units, activation="sigmoid")

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.gate.build(input_shape)

    def call(self, inputs):
        outputs = ops.matmul(inputs, self.kernel)
        gated = outputs * self.gate(inputs)
        return outputs
