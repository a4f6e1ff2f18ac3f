# Written by layergen 0.1.0 from gaussian_sampling.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gaussian_sampling")
class GaussianSampling(keras.layers.Layer):
    """Samples from a Gaussian in training, with its divergence from the
    standard one as a loss (VAE).

    Args:
        weight: Float. Weight of the divergence. Defaults to `1.0`.
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        z_mean: Tensor.
        z_log_var: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        z_mean: `(batch, ..., features)`.
        z_log_var: `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = GaussianSampling()
    >>> z_mean = keras.random.normal((2, 8))
    >>> z_log_var = keras.random.normal((2, 8))
    >>> y = layer(z_mean, z_log_var)

    References:

    - [Kingma and Welling, 2014](https://arxiv.org/abs/1312.6114)
    """

    def __init__(self, weight=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(weight, (int, float)) or weight < 0:
            raise ValueError(
                "`weight` must be a non-negative number. Received: "
                f"weight={weight}"
            )
        self.weight = weight
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, z_mean_shape, z_log_var_shape):
        if (
            None not in (z_log_var_shape[-1], z_mean_shape[-1])
            and z_log_var_shape[-1] != z_mean_shape[-1]
        ):
            raise ValueError(
                "Axis -1 of `z_log_var` must be `features`. Received: "
                f"z_log_var_shape={z_log_var_shape}, "
                f"z_mean_shape={z_mean_shape}"
            )
        self.built = True

    def call(self, z_mean, z_log_var, training=False):
        self.add_loss(
            -0.5
            * self.weight
            * ops.mean(
                ops.sum(
                    1 + z_log_var - ops.square(z_mean) - ops.exp(z_log_var),
                    axis=-1,
                )
            )
        )
        y = z_mean
        if training:
            y = z_mean + ops.exp(0.5 * z_log_var) * keras.random.normal(
                ops.shape(z_mean),
                dtype=self.compute_dtype,
                seed=self.seed_generator,
            )
        return y

    def compute_output_shape(self, z_mean_shape, z_log_var_shape):
        return z_mean_shape

    def get_config(self):
        config = {"weight": self.weight, "seed": self.seed}
        return {**super().get_config(), **config}
