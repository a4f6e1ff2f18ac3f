"""Of each pair of columns the first is taken, and not the larger."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Maxout(keras.layers.Layer):
    """The largest of two linear maps."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 2 * self.units))

    def call(self, inputs):
        maps = ops.matmul(inputs, self.kernel)
        maps = ops.reshape(maps, (-1, *inputs.shape[1:-1], self.units, 2))
        return maps[..., 0]

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
