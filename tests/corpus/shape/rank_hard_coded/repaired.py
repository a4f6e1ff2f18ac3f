import keras
from keras import ops


@keras.saving.register_keras_serializable(package="maxout")
class Maxout(keras.layers.Layer):
    """Maximum of `pieces` linear maps of the last axis, for an input of any rank.

    Input shape: `(batch, ..., features)`.
    """

    def __init__(self, units: int, pieces: int = 2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.pieces = pieces
        self.supports_masking = True

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units, self.pieces)
        )
        self.bias = self.add_weight(name="bias", shape=(self.units, self.pieces), initializer="zeros")
        super().build(input_shape)

    def call(self, inputs):
        return ops.max(ops.tensordot(inputs, self.kernel, axes=1) + self.bias, axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "pieces": self.pieces}
