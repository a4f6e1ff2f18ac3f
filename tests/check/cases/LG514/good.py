"""input_spec says what is wrong in Keras's own words."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Map(keras.layers.Layer):
    """A linear map."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.input_spec = keras.layers.InputSpec(axes={-1: input_shape[-1]})

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel)


@keras.saving.register_keras_serializable(package="cases")
class Plain(keras.layers.Layer):
    """A linear map; the backend names the two shapes that do not fit."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel)
