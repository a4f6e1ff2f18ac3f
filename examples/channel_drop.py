# Written by layergen 0.1.0 from channel_drop.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="channel_drop")
class ChannelDrop(keras.layers.Layer):
    """Drops whole channels of a sequence in training.

    Args:
        rate: Float between 0 and 1. Part of the channels that is dropped.
            Defaults to `0.5`.
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, time, channels)`.

    Output shape:
        Tensor of shape `(batch, time, channels)`.

    Example:

    >>> layer = ChannelDrop()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Tompson et al., 2014](https://arxiv.org/abs/1411.4280)
    """

    def __init__(self, rate=0.5, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(
                "`rate` must be a number between 0 and 1. Received: "
                f"rate={rate}"
            )
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def call(self, inputs, training=False):
        batch = ops.shape(inputs)[0]
        channels = ops.shape(inputs)[-1]
        y = inputs
        if training and self.rate > 0:
            y = keras.random.dropout(
                inputs,
                self.rate,
                noise_shape=(batch, 1, channels),
                seed=self.seed_generator,
            )
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}
