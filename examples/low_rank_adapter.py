# Written by layergen 0.1.0 from low_rank_adapter.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="low_rank_adapter")
class LowRankAdapter(keras.layers.Layer):
    """A frozen dense map with a trainable low-rank correction (LoRA).

    Args:
        units: Positive integer.
        rank: Positive integer. Defaults to `4`.
        alpha: Float. Defaults to `1.0`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = LowRankAdapter(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Hu et al., 2022](https://arxiv.org/abs/2106.09685)
    """

    def __init__(
        self,
        units,
        rank=4,
        alpha=1.0,
        kernel_initializer="glorot_uniform",
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(rank, int) or rank < 1:
            raise ValueError(
                f"`rank` must be a positive integer. Received: rank={rank}"
            )
        self.units = units
        self.rank = rank
        self.alpha = alpha
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            trainable=False,
        )
        self.down = self.add_weight(
            name="down", shape=(features, self.rank), initializer="he_uniform"
        )
        self.up = self.add_weight(
            name="up", shape=(self.rank, self.units), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(
            inputs, self.kernel
        ) + self.alpha / self.rank * ops.matmul(
            ops.matmul(inputs, self.down), self.up
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "rank": self.rank,
            "alpha": self.alpha,
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
        }
        return {**super().get_config(), **config}
