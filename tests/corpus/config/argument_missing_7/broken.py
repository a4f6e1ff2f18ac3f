import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cells")
class MinimalGatedCell(keras.layers.Layer):
    """Minimal gated unit (Zhou et al., 2016), a cell for keras.layers.RNN."""

    def __init__(self, units, forget_bias=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.forget_bias = forget_bias
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        width = input_shape[-1] + self.units
        self.forget_kernel = self.add_weight(name="forget_kernel", shape=(width, self.units))
        self.forget_offset = self.add_weight(
            name="forget_offset",
            shape=(self.units,),
            initializer=keras.initializers.Constant(self.forget_bias),
        )
        self.kernel = self.add_weight(name="kernel", shape=(width, self.units))
        self.built = True

    def call(self, inputs, states, training=False):
        h = states[0]
        joined = ops.concatenate([inputs, h], axis=-1)
        f = ops.sigmoid(ops.matmul(joined, self.forget_kernel) + self.forget_offset)
        joined = ops.concatenate([inputs, f * h], axis=-1)
        candidate = ops.tanh(ops.matmul(joined, self.kernel))
        h = (1.0 - f) * h + f * candidate
        return h, [h]

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config
