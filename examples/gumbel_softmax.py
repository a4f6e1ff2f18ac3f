# Written by layergen 0.1.0 from gumbel_softmax.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gumbel_softmax")
class GumbelSoftmax(keras.layers.Layer):
    """Samples a category in training, with gradients that go through (straight
    through where it is one-hot).

    Args:
        temperature: Float. Defaults to `1.0`.
        hard: Boolean. Whether samples are one-hot. Defaults to `False`.
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, ..., categories)`.

    Output shape:
        Tensor of shape `(batch, ..., categories)`.

    Example:

    >>> layer = GumbelSoftmax()
    >>> logits = keras.random.normal((2, 8))
    >>> y = layer(logits)

    References:

    - [Jang et al., 2017](https://arxiv.org/abs/1611.01144)
    """

    def __init__(self, temperature=1.0, hard=False, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(temperature, (int, float)) or temperature < 0.001:
            raise ValueError(
                "`temperature` must be a number of at least 0.001. Received: "
                f"temperature={temperature}"
            )
        self.temperature = temperature
        self.hard = hard
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def call(self, inputs, training=False):
        categories = ops.shape(inputs)[-1]
        if training:
            inputs = inputs - ops.log(
                -ops.log(
                    keras.random.uniform(
                        ops.shape(inputs),
                        1e-4,
                        1 - 1e-3,
                        dtype=self.compute_dtype,
                        seed=self.seed_generator,
                    )
                )
            )
        y = ops.softmax(inputs / self.temperature)
        if self.hard:
            y = y + ops.stop_gradient(
                ops.one_hot(
                    ops.argmax(y, axis=-1), categories, dtype=self.compute_dtype
                )
                - y
            )
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "temperature": self.temperature,
            "hard": self.hard,
            "seed": self.seed,
        }
        return {**super().get_config(), **config}
