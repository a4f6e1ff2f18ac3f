import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vae")
class Sampling(keras.layers.Layer):
    """Uses (z_mean, z_log_var) to sample z."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def call(self, inputs, training=None):
        z_mean, z_log_var = inputs
        if not training:
            return z_mean
        generator = keras.random.SeedGenerator(self.seed)
        epsilon = keras.random.normal(
            ops.shape(z_mean), dtype=z_mean.dtype, seed=generator
        )
        return z_mean + ops.exp(0.5 * z_log_var) * epsilon

    def compute_output_shape(self, input_shape):
        return input_shape[0]

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
