"""Two weights that share an initializer object start with the same values."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Gate(keras.layers.Layer):
    def __init__(self, units=4, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(
            shape=shape, name="kernel", initializer=self.kernel_initializer
        )
        self.gate = self.add_weight(shape=shape, name="gate", initializer=self.kernel_initializer)

    def call(self, inputs):
        gate = keras.ops.sigmoid(keras.ops.matmul(inputs, self.gate))
        return keras.ops.matmul(inputs, self.kernel) * gate

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "kernel_initializer": keras.initializers.serialize(self.kernel_initializer),
        }
