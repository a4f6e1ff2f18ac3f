# Written by layergen 0.1.0 from stochastic_depth.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="stochastic_depth")
class StochasticDepth(keras.layers.Layer):
    """Drops whole samples of a residual branch in training.

    Args:
        rate: Float between 0 and 1. Defaults to `0.1`.
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

    >>> layer = StochasticDepth()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Huang et al., 2016](https://arxiv.org/abs/1603.09382)
    """

    def __init__(self, rate=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(
                "`rate` must be a number between 0 and 1. Received: "
                f"rate={rate}"
            )
        if rate >= 1:
            raise ValueError(f"`rate < 1` must hold. Received: rate={rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        batch = ops.shape(inputs)[0]
        y = inputs
        if training:
            kept = (
                keras.random.uniform(
                    [batch] + [1] * (len(inputs.shape) - 1),
                    dtype=self.compute_dtype,
                    seed=self.seed_generator,
                )
                >= self.rate
            )
            y = ops.where(kept, inputs / (1 - self.rate), 0.0)
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}
