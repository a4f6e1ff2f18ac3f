"""An assertion without a word."""

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

    def call(self, inputs):
        assert inputs.shape[-1] == self.kernel.shape[0]
        return ops.matmul(inputs, self.kernel)
