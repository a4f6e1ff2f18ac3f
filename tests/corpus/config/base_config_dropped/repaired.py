import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rnn")
class MinimalGatedCell(keras.layers.Layer):
    """A cell with one gate, for keras.layers.RNN."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        d = input_shape[-1]
        self.wf = self.add_weight(name="wf", shape=(d, self.units))
        self.uf = self.add_weight(name="uf", shape=(self.units, self.units), initializer="orthogonal")
        self.wh = self.add_weight(name="wh", shape=(d, self.units))
        self.uh = self.add_weight(name="uh", shape=(self.units, self.units), initializer="orthogonal")
        self.built = True

    def call(self, inputs, states, training=False):
        h = states[0]
        f = ops.sigmoid(ops.matmul(inputs, self.wf) + ops.matmul(h, self.uf))
        c = ops.tanh(ops.matmul(inputs, self.wh) + ops.matmul(f * h, self.uh))
        h = (1.0 - f) * h + f * c
        return h, [h]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
