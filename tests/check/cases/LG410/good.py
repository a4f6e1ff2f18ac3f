"""Each weight has an initializer of its own; equal constants are no accident."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Gate(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel", initializer="glorot_uniform")
        self.gate = self.add_weight(shape=shape, name="gate", initializer="glorot_uniform")
        self.bias = self.add_weight(shape=(self.units,), name="bias", initializer="zeros")
        self.gate_bias = self.add_weight(shape=(self.units,), name="gate_bias", initializer="zeros")

    def call(self, inputs):
        gate = keras.ops.sigmoid(keras.ops.matmul(inputs, self.gate) + self.gate_bias)
        return (keras.ops.matmul(inputs, self.kernel) + self.bias) * gate

    def get_config(self):
        return {**super().get_config(), "units": self.units}
