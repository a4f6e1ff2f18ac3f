import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vae")
class GaussianBottleneck(keras.layers.Layer):
    def __init__(self, latent_dim, beta=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.latent_dim = latent_dim
        self.beta = beta
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.to_mean = keras.layers.Dense(
            latent_dim, name="mean", dtype=self.dtype_policy
        )
        self.to_log_var = keras.layers.Dense(
            latent_dim, name="log_var", dtype=self.dtype_policy
        )

    def build(self, input_shape):
        self.to_mean.build(input_shape)
        self.to_log_var.build(input_shape)
        self.built = True

    def call(self, inputs, training=None):
        mean = self.to_mean(inputs)
        log_var = self.to_log_var(inputs)
        kl = -0.5 * ops.mean(1 + log_var - ops.square(mean) - ops.exp(log_var))
        self.add_loss(self.beta * kl)
        if training:
            noise = keras.random.normal(
                ops.shape(mean), dtype=mean.dtype, seed=self.seed_generator
            )
            return mean + ops.exp(0.5 * log_var) * noise
        return mean

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.latent_dim)

    def get_config(self):
        return {
            **super().get_config(),
            "latent_dim": self.latent_dim,
            "beta": self.beta,
            "seed": self.seed,
        }
