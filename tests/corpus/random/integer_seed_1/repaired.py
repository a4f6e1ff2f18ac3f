"""NoisyNet linear layer with factorised noise (Fortunato et al., 2017)."""

import keras
from keras import ops
from keras import random


@keras.saving.register_keras_serializable(package="rl")
class NoisyLinear(keras.layers.Layer):
    def __init__(self, units, sigma=0.5, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.sigma = sigma
        self.seed = seed
        self.seed_generator = random.SeedGenerator(seed)
        self.supports_masking = True

    def build(self, input_shape):
        fan_in = input_shape[-1]
        self.mu = self.add_weight(name="mu", shape=(fan_in, self.units), initializer="he_uniform")
        self.spread = self.add_weight(
            name="spread",
            shape=(fan_in, self.units),
            initializer=keras.initializers.Constant(self.sigma / fan_in**0.5),
        )

    def _noise(self, size):
        x = random.normal((size,), dtype=self.compute_dtype, seed=self.seed_generator)
        return ops.sign(x) * ops.sqrt(ops.abs(x))

    def call(self, inputs, training=False):
        kernel = self.mu
        if training:
            noise = ops.outer(self._noise(inputs.shape[-1]), self._noise(self.units))
            kernel = kernel + self.spread * noise
        return ops.matmul(inputs, kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units, "sigma": self.sigma, "seed": self.seed})
        return config
