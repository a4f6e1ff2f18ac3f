# Written by layergen 0.1.0 from gaussian_noise.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gaussian_noise")
class GaussianNoise(keras.layers.Layer):
    """Adds normal noise in training.

    Args:
        stddev: Float. Standard deviation of the noise.
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ...)`.

    Example:

    >>> layer = GaussianNoise(stddev=0.5)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - keras.layers.GaussianNoise
    """

    def __init__(self, stddev, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(stddev, (int, float)) or stddev < 0:
            raise ValueError(
                "`stddev` must be a non-negative number. Received: "
                f"stddev={stddev}"
            )
        self.stddev = stddev
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        y = inputs
        if training and self.stddev > 0:
            y = inputs + keras.random.normal(
                ops.shape(inputs),
                stddev=self.stddev,
                dtype=self.compute_dtype,
                seed=self.seed_generator,
            )
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"stddev": self.stddev, "seed": self.seed}
        return {**super().get_config(), **config}
