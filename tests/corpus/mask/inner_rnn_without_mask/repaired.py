import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="rnn")
class ProjectedGRU(layers.Layer):
    """A linear projection and a GRU; returns the last state."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True
        self.gru = layers.GRU(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units)
        )
        self.gru.build((*input_shape[:-1], self.units))
        self.built = True

    def call(self, inputs, mask=None, training=None):
        x = ops.tanh(ops.matmul(inputs, self.kernel))
        return self.gru(x, mask=mask, training=training)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
