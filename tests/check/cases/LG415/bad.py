"""The second sublayer is built on the input's width, not on the width it gets."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Bottleneck(keras.layers.Layer):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inner = keras.layers.Dense(units)
        self.outer = keras.layers.Dense(3)

    def build(self, input_shape):
        self.inner.build(input_shape)
        self.outer.build(input_shape)

    def call(self, inputs):
        return self.outer(self.inner(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
