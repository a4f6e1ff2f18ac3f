# Written by layergen 0.1.0 from random_drop.yaml
import keras


@keras.saving.register_keras_serializable(package="random_drop")
class RandomDrop(keras.layers.Layer):
    """Sets a random part of the input to zero in training, and scales the rest.

    Args:
        rate: Float between 0 and 1. Part that is dropped.
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

    >>> layer = RandomDrop(rate=0.5)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - Srivastava et al., 2014; keras.layers.Dropout
    """

    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(
                "`rate` must be a number between 0 and 1. Received: "
                f"rate={rate}"
            )
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        y = inputs
        if training and self.rate > 0:
            y = keras.random.dropout(
                inputs, self.rate, seed=self.seed_generator
            )
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}
