import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norm")
class InstanceNorm(keras.layers.Layer):
    """Instance normalization of images (batch, h, w, c)."""

    def __init__(self, epsilon=1e-3, center=True, scale=True, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.center = center
        self.scale = scale

    def build(self, input_shape):
        c = input_shape[-1]
        if self.scale:
            self.gamma = self.add_weight(name="gamma", shape=(c,), initializer="ones")
        if self.center:
            self.beta = self.add_weight(name="beta", shape=(c,), initializer="zeros")
        self.built = True

    def call(self, x):
        mean = ops.mean(x, axis=(1, 2), keepdims=True)
        var = ops.mean(ops.square(x - mean), axis=(1, 2), keepdims=True)
        y = (x - mean) * ops.rsqrt(var + 1e-3)
        if self.scale:
            y = y * self.gamma
        if self.center:
            y = y + self.beta
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(epsilon=self.epsilon, center=self.center, scale=self.scale)
        return config
