import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="readout")
class FlattenProject(keras.layers.Layer):
    """Flattens all but the batch and applies a linear map."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.size = math.prod(input_shape[1:])
        self.kernel = self.add_weight(name="kernel", shape=(self.size, self.units))
        self.input_spec = keras.layers.InputSpec(shape=(None,) + tuple(input_shape[1:]))

    def call(self, inputs):
        flat = ops.reshape(inputs, (-1, self.size))
        return ops.matmul(flat, self.kernel)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config
