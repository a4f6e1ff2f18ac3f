import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="kernels")
class RandomFeatures(keras.layers.Layer):
    """Random Fourier features of a Gaussian kernel."""

    def __init__(self, num_features=16, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.num_features = num_features
        self.scale = scale

    def build(self, input_shape):
        dim = input_shape[-1]
        self.frequencies = self.add_weight(
            name="frequencies",
            shape=(dim, self.num_features),
            initializer=keras.initializers.RandomNormal(stddev=1.0),
            trainable=False,
        )
        self.phases = self.add_weight(
            name="phases",
            shape=(self.num_features,),
            initializer=keras.initializers.RandomUniform(0, 2 * np.pi),
            trainable=False,
        )
        self.built = True

    def call(self, x):
        w = ops.cast(self.frequencies, x.dtype) / self.scale
        z = ops.matmul(x, w) + ops.cast(self.phases, x.dtype)
        return ops.cos(z) * (2.0 / self.num_features) ** 0.5

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.num_features)

    def get_config(self):
        return {
            **super().get_config(),
            "num_features": self.num_features,
            "scale": self.scale,
        }
