"""Random Fourier features, after Rahimi and Recht."""

import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="kernels")
class FourierFeatures(keras.layers.Layer):
    def __init__(self, num_features, scale=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if num_features <= 0:
            raise ValueError(
                f"num_features must be positive. Received: num_features={num_features}"
            )
        self.num_features = num_features
        self.scale = scale
        self.seed = seed
        self.supports_masking = True

    def build(self, input_shape):
        self.projection = self.add_weight(
            name="projection",
            shape=(input_shape[-1], self.num_features),
            initializer=keras.initializers.RandomNormal(stddev=self.scale),
            trainable=False,
        )
        self.offset = self.add_weight(
            name="offset",
            shape=(self.num_features,),
            initializer=keras.initializers.RandomUniform(0.0, 2.0 * math.pi),
            trainable=False,
        )

    def call(self, inputs):
        angles = ops.matmul(inputs, self.projection) + self.offset
        return ops.cos(angles) * math.sqrt(2.0 / self.num_features)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.num_features,)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "num_features": self.num_features,
                "scale": self.scale,
                "seed": self.seed,
            }
        )
        return config
