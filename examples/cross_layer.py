# Written by layergen 0.1.0 from cross_layer.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cross_layer")
class CrossLayer(keras.layers.Layer):
    """Multiplies the first features by a (low-rank) map of the current ones.

    Args:
        rank: Positive integer, or None. Rank of the map; None is the full one.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        first: Tensor.
        x: Tensor.

    Input shape:
        first: `(batch, features)`.
        x: `(batch, features)`.

    Output shape:
        Tensor of shape `(batch, features)`.

    Example:

    >>> layer = CrossLayer()
    >>> first = keras.random.normal((2, 8))
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(first, x)

    References:

    - [Wang et al., 2021, DCN V2](https://arxiv.org/abs/2008.13535)
    """

    def __init__(self, rank=None, **kwargs):
        super().__init__(**kwargs)
        if rank is not None and (not isinstance(rank, int) or rank < 1):
            raise ValueError(
                "`rank` must be a positive integer or None. Received: "
                f"rank={rank}"
            )
        self.rank = rank
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, first_shape, x_shape):
        features = first_shape[-1]
        if x_shape[-1] not in (None, features):
            raise ValueError(
                "Axis 1 of `x` must be `features`. Received: "
                f"x_shape={x_shape}, first_shape={first_shape}"
            )
        if self.rank is None:
            self.kernel = self.add_weight(
                name="kernel",
                shape=(features, features),
                initializer="glorot_uniform",
            )
        else:
            self.kernel = None
        if self.rank is not None:
            self.down = self.add_weight(
                name="down",
                shape=(features, self.rank),
                initializer="glorot_uniform",
            )
        else:
            self.down = None
        if self.rank is not None:
            self.up = self.add_weight(
                name="up",
                shape=(self.rank, features),
                initializer="glorot_uniform",
            )
        else:
            self.up = None
        self.bias = self.add_weight(
            name="bias", shape=(features,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        self.built = True

    def call(self, first, x):
        if self.rank is None:
            mapped = ops.matmul(x, self.kernel)
        else:
            mapped = ops.matmul(ops.matmul(x, self.down), self.up)
        return first * (mapped + self.bias) + x

    def compute_output_shape(self, first_shape, x_shape):
        return first_shape

    def get_config(self):
        config = {"rank": self.rank}
        return {**super().get_config(), **config}
