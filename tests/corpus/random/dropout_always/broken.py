import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="blocks")
class ResidualMLP(layers.Layer):
    def __init__(self, hidden=16, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.hidden = hidden
        self.rate = rate
        self.up = layers.Dense(hidden, "relu", dtype=self.dtype_policy)
        self.drop = layers.Dropout(rate, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.down = layers.Dense(input_shape[-1], dtype=self.dtype_policy)
        self.up.build(input_shape)
        self.down.build((*input_shape[:-1], self.hidden))
        self.built = True

    def call(self, inputs, training=False):
        h = self.up(inputs)
        h = self.drop(h, training=True)
        return inputs + self.down(h)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(), "hidden": self.hidden, "rate": self.rate
        }
