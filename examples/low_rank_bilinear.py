# Written by layergen 0.1.0 from low_rank_bilinear.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="low_rank_bilinear")
class LowRankBilinear(keras.layers.Layer):
    """Fuses two vectors by a bilinear map of low rank.

    Args:
        units: Positive integer.
        rank: Positive integer.
        activation: Activation function to use. Defaults to `"tanh"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        left: Tensor.
        right: Tensor.

    Input shape:
        left: `(batch, ..., left_size)`.
        right: `(batch, ..., right_size)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = LowRankBilinear(units=4, rank=4)
    >>> left = keras.random.normal((2, 5))
    >>> right = keras.random.normal((2, 8))
    >>> y = layer(left, right)

    References:

    - [Kim et al., 2017](https://arxiv.org/abs/1610.04325)
    """

    def __init__(self, units, rank, activation="tanh", **kwargs):
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
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, left_shape, right_shape):
        left_size = left_shape[-1]
        right_size = right_shape[-1]
        self.left_kernel = self.add_weight(
            name="left_kernel",
            shape=(left_size, self.rank),
            initializer="glorot_uniform",
        )
        self.right_kernel = self.add_weight(
            name="right_kernel",
            shape=(right_size, self.rank),
            initializer="glorot_uniform",
        )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.rank, self.units),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: left_size}
        )
        self.built = True

    def call(self, left, right):
        return (
            ops.matmul(
                self.activation(ops.matmul(left, self.left_kernel))
                * self.activation(ops.matmul(right, self.right_kernel)),
                self.kernel,
            )
            + self.bias
        )

    def compute_output_shape(self, left_shape, right_shape):
        return (*left_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "rank": self.rank,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
