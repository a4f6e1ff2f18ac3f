import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="vae")
class GaussianBottleneck(layers.Layer):
    """Mean and log variance of a code, a sample of it, and the KL loss."""

    def __init__(self, latent_dim, beta=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.latent_dim = latent_dim
        self.beta = beta
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.to_mean = layers.Dense(latent_dim, dtype=self.dtype_policy, name="mean")
        self.to_log_var = layers.Dense(
            latent_dim, activation="tanh", dtype=self.dtype_policy, name="log_var"
        )

    def build(self, input_shape):
        self.to_mean.build(input_shape)
        self.to_log_var.build(input_shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        mean = self.to_mean(inputs)
        log_var = self.to_log_var(inputs)
        wide_mean = ops.cast(mean, "float32")
        wide_log_var = ops.cast(log_var, "float32")
        kl = 1.0 + wide_log_var - ops.square(wide_mean) - ops.exp(wide_log_var)
        loss = -0.5 * self.beta * ops.mean(kl)
        self.add_loss(loss)
        self.add_loss(loss)
        if not training:
            return mean
        noise = keras.random.normal(ops.shape(mean), dtype=mean.dtype, seed=self.seed_generator)
        return mean + ops.exp(0.5 * log_var) * noise

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.latent_dim)

    def get_config(self):
        config = super().get_config()
        config.update({"latent_dim": self.latent_dim, "beta": self.beta, "seed": self.seed})
        return config
