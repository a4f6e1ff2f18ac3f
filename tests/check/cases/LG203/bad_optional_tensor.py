"""The promise forgets the optional input."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="ctx")
class Conditioned(keras.layers.Layer):
    """Projects `inputs`, and puts a context behind it when there is one."""

    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.proj = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, inputs_shape, context_shape=None):
        self.proj.build(inputs_shape)
        self.built = True

    def call(self, inputs, context=None):
        y = self.proj(inputs)
        if context is not None:
            y = ops.concatenate([y, ops.cast(context, y.dtype)], axis=-1)
        return y

    def compute_output_shape(self, inputs_shape, context_shape=None):
        return (*inputs_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
