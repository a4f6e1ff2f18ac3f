import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rnn")
class MinimalGRUCell(keras.layers.Layer):
    """A GRU cell with one gate, for `keras.layers.RNN`."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        shape = (input_shape[-1] + self.units, self.units)
        self.w_gate = self.add_weight(name="w_gate", shape=shape)
        self.w_new = self.add_weight(name="w_new", shape=shape)
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.built = True

    def call(self, inputs, states, training=None):
        h = states[0]
        gate = ops.sigmoid(
            ops.matmul(ops.concatenate([inputs, h], -1), self.w_gate)
            + self.bias
        )
        new = ops.tanh(
            ops.matmul(ops.concatenate([inputs, gate * h], -1), self.w_new)
        )
        h = h + gate * (new - h)
        return h, [h]

    def get_initial_state(self, batch_size=None):
        return [ops.zeros((batch_size, self.units), dtype=self.compute_dtype)]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
