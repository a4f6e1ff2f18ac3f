import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rwkv")
class TokenShift(keras.layers.Layer):
    """Mixes each token's features with those of the token before."""

    def build(self, input_shape):
        self.mix = self.add_weight(
            name="mix", shape=(input_shape[-1],), initializer=keras.initializers.Constant(0.5)
        )
        super().build(input_shape)

    def call(self, x):
        previous = ops.roll(x, shift=x.shape[-1])
        return x * self.mix + previous * (1.0 - self.mix)

    def compute_output_shape(self, input_shape):
        return input_shape
