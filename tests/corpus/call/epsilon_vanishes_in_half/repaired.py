import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rms")
class RootMeanSquareNorm(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")
        self.supports_masking = True
        super().build(input_shape)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        power = ops.mean(ops.square(x), axis=-1, keepdims=True)
        return x / ops.sqrt(power + 1e-3) * self.scale

    def compute_output_shape(self, input_shape):
        return input_shape
