import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="port")
class KLBottleneck(layers.Layer):
    def __init__(self, latent=4, weight=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.latent = latent
        self.weight = weight
        self.mean = layers.Dense(latent, dtype=self.dtype_policy)
        self.log_var = layers.Dense(latent, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.mean.build(input_shape)
        self.log_var.build(input_shape)
        self.built = True

    def call(self, x):
        mean, log_var = self.mean(x), ops.clip(self.log_var(x), -8.0, 8.0)
        kl = -0.5 * ops.mean(1.0 + log_var - ops.square(mean) - ops.exp(log_var))
        self.add_loss(self.weight * kl)
        self.add_metric(kl, name="kl", aggregation="mean")
        return mean

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.latent)

    def get_config(self):
        return {**super().get_config(), "latent": self.latent, "weight": self.weight}
