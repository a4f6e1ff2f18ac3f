import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cells")
class ResidualCell(keras.layers.Layer):
    """A cell for `keras.layers.RNN`: the state moves by a learnt step."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units
        self.output_size = units
        self.step = keras.layers.Dense(units, activation="tanh", dtype=self.dtype_policy)

    def build(self, input_shape):
        self.mix = self.add_weight(name="mix", shape=(self.units,), initializer="ones")
        self.built = True

    def call(self, inputs, states):
        h = states[0]
        delta = self.step(ops.concatenate([inputs, h], axis=-1))
        h = h + self.mix * delta
        return h, [h]

    def get_initial_state(self, batch_size=None):
        return [ops.zeros((batch_size, self.units), dtype=self.compute_dtype)]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
