# Written by layergen 0.1.0 from tensor_train_dense.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="tensor_train_dense")
class TensorTrainDense(keras.layers.Layer):
    """A dense map whose kernel is a product of two small cores.

    Args:
        in_sizes: Integer or tuple of 2 integers. Factors of the size of the
            input.
        out_sizes: Integer or tuple of 2 integers. Factors of the size of the
            output.
        rank: Positive integer. Defaults to `4`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., in_sizes[0] * in_sizes[1])`.

    Output shape:
        Tensor of shape `(batch, ..., out_sizes[0] * out_sizes[1])`.

    Example:

    >>> layer = TensorTrainDense(in_sizes=(3, 3), out_sizes=(3, 3))
    >>> x = keras.random.normal((2, 9))
    >>> y = layer(x)

    References:

    - [Novikov et al., 2015](https://arxiv.org/abs/1509.06569)
    """

    def __init__(self, in_sizes, out_sizes, rank=4, **kwargs):
        super().__init__(**kwargs)
        in_sizes = (
            (in_sizes,) * 2 if isinstance(in_sizes, int) else tuple(in_sizes)
        )
        out_sizes = (
            (out_sizes,) * 2 if isinstance(out_sizes, int) else tuple(out_sizes)
        )
        if len(in_sizes) != 2 or any(
            not isinstance(item, int) or item < 1 for item in in_sizes
        ):
            raise ValueError(
                "`in_sizes` must be 2 positive integers. Received: "
                f"in_sizes={in_sizes}"
            )
        if len(out_sizes) != 2 or any(
            not isinstance(item, int) or item < 1 for item in out_sizes
        ):
            raise ValueError(
                "`out_sizes` must be 2 positive integers. Received: "
                f"out_sizes={out_sizes}"
            )
        if not isinstance(rank, int) or rank < 1:
            raise ValueError(
                f"`rank` must be a positive integer. Received: rank={rank}"
            )
        self.in_sizes = in_sizes
        self.out_sizes = out_sizes
        self.rank = rank
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: in_sizes[0] * in_sizes[1]}
        )
        self.supports_masking = True

    def build(self, input_shape):
        self.first = self.add_weight(
            name="first",
            shape=(self.in_sizes[0], self.out_sizes[0], self.rank),
            initializer="glorot_uniform",
        )
        self.second = self.add_weight(
            name="second",
            shape=(self.rank, self.in_sizes[1], self.out_sizes[1]),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias",
            shape=(self.out_sizes[0] * self.out_sizes[1],),
            initializer="zeros",
        )
        super().build(input_shape)

    def call(self, inputs):
        parts = ops.reshape(inputs, ops.shape(inputs)[:-1] + self.in_sizes)
        y = ops.einsum("...ij,ipr,rjq->...pq", parts, self.first, self.second)
        return (
            ops.reshape(
                y,
                ops.shape(inputs)[:-1]
                + (self.out_sizes[0] * self.out_sizes[1],),
            )
            + self.bias
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.out_sizes[0] * self.out_sizes[1])

    def get_config(self):
        config = {
            "in_sizes": self.in_sizes,
            "out_sizes": self.out_sizes,
            "rank": self.rank,
        }
        return {**super().get_config(), **config}
