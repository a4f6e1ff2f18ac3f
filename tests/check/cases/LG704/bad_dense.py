"""The sublayer is made without the layer's policy."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Wrapped(keras.layers.Layer):
    """A dense layer, doubled."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(inputs) * 2.0
