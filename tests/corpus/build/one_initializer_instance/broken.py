import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gate")
class BilinearGate(keras.layers.Layer):
    def __init__(self, units=8, stddev=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.stddev = stddev
        self.supports_masking = True

    def build(self, input_shape):
        init = keras.initializers.RandomNormal(stddev=self.stddev)
        self.value = self.add_weight(name="value", shape=(input_shape[-1], self.units), initializer=init)
        self.gate = self.add_weight(name="gate", shape=(input_shape[-1], self.units), initializer=init)
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(inputs, self.value) * ops.sigmoid(ops.matmul(inputs, self.gate))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "stddev": self.stddev}
