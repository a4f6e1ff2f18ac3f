import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="glu")
class GLU(layers.Layer):
    """Gated linear unit; one Dense gives value and gate."""

    def __init__(self, units=8, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.dense = layers.Dense(2 * units, use_bias=use_bias, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def call(self, inputs):
        value, gate = ops.split(self.dense(inputs), 2, axis=-1)
        return value * ops.sigmoid(gate)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.units,)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "use_bias": self.use_bias}
