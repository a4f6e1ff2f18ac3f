"""The promise follows keepdims."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class PowerMean(keras.layers.Layer):
    def __init__(self, power=2.0, keepdims=False, **kwargs):
        super().__init__(**kwargs)
        self.power = float(power)
        self.keepdims = keepdims

    def call(self, inputs):
        powered = ops.power(ops.abs(inputs) + 1e-3, self.power)
        return ops.power(ops.mean(powered, axis=1, keepdims=self.keepdims), 1.0 / self.power)

    def compute_output_shape(self, input_shape):
        kept = (1,) if self.keepdims else ()
        return (input_shape[0],) + kept + tuple(input_shape[2:])

    def get_config(self):
        return {**super().get_config(), "power": self.power, "keepdims": self.keepdims}
