import keras
from keras import ops


@keras.saving.register_keras_serializable(package="img")
class PixelNorm(keras.layers.Layer):
    """Normalises each pixel's feature vector (progressive GAN)."""

    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def call(self, images):
        ms = ops.mean(ops.square(images), axis=-1, keepdims=True)
        return images * ops.rsqrt(ms + self.epsilon)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
