"""Half of the columns are cut off and never read: the gate is made of the value."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class GatedUnit(keras.layers.Layer):
    """A linear map gated by a second one."""

    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 2 * self.units))

    def call(self, inputs):
        value, gate = ops.split(ops.matmul(inputs, self.kernel), 2, axis=-1)
        return value * ops.sigmoid(value)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
