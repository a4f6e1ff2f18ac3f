import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vit")
class ClassToken(keras.layers.Layer):
    """Puts one learnt token in front of the patches."""

    def build(self, input_shape):
        self.token = self.add_weight(name="token", shape=(1, 1, input_shape[-1]), initializer="random_normal")
        super().build(input_shape)

    def call(self, patches):
        token = ops.tile(self.token, (ops.shape(patches)[0], 1, 1))
        return ops.concatenate([ops.cast(token, patches.dtype), patches], axis=1)

    def compute_output_shape(self, input_shape):
        batch, length, dim = input_shape
        return (batch, None if length is None else length + 1, dim)
