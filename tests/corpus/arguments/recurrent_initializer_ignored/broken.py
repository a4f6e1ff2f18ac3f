import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rnn")
class LeakyCell(keras.layers.Layer):
    """A leaky echo cell: h' = (1 - leak) h + leak tanh(Wx + Uh)."""

    def __init__(
        self,
        units=8,
        leak=0.3,
        kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal",
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.units = units
        self.leak = leak
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.recurrent_initializer = keras.initializers.get(recurrent_initializer)
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[-1], self.units),
            initializer=self.kernel_initializer,
        )
        self.recurrent_kernel = self.add_weight(
            name="recurrent_kernel",
            shape=(self.units, self.units),
            initializer=keras.initializers.Orthogonal(gain=0.9),
        )
        self.built = True

    def call(self, inputs, states):
        h = states[0]
        new = ops.tanh(ops.matmul(inputs, self.kernel) + ops.matmul(h, self.recurrent_kernel))
        h = (1.0 - self.leak) * h + self.leak * new
        return h, [h]

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "units": self.units,
                "leak": self.leak,
                "kernel_initializer": keras.initializers.serialize(self.kernel_initializer),
                "recurrent_initializer": keras.initializers.serialize(self.recurrent_initializer),
            }
        )
        return config
