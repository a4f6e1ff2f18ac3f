"""An adapter that starts at zero beside a base whose way back is cut."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Adapted(keras.layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.base = self.add_weight(
            shape=(input_shape[-1], self.units), trainable=False, name="base"
        )
        self.change = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="zeros", name="change"
        )

    def call(self, inputs):
        return ops.stop_gradient(ops.matmul(inputs, self.base)) + ops.matmul(inputs, self.change)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
