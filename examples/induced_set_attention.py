# Written by layergen 0.1.0 from induced_set_attention.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="induced_set_attention")
class InducedSetAttention(keras.layers.Layer):
    """Self-attention of a set through a few learned points, linear in the size
    of the set (ISAB).

    Args:
        points: Positive integer. Number of learned points.
        heads: Positive integer. Defaults to `2`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, items, features)`.

    Output shape:
        Tensor of shape `(batch, items, features)`.

    Example:

    >>> layer = InducedSetAttention(points=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Lee et al., 2019](https://arxiv.org/abs/1810.00825)
    """

    def __init__(self, points, heads=2, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(points, int) or points < 1:
            raise ValueError(
                "`points` must be a positive integer. Received: "
                f"points={points}"
            )
        if not isinstance(heads, int) or heads < 1:
            raise ValueError(
                f"`heads` must be a positive integer. Received: heads={heads}"
            )
        self.points = points
        self.heads = heads
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if features % self.heads != 0:
            raise ValueError(
                "`features` must be divisible by `heads`. Received: "
                f"features={features}, heads={self.heads}"
            )
        self.inducing = self.add_weight(
            name="inducing",
            shape=(self.points, features),
            initializer="glorot_uniform",
        )
        self.gather = keras.layers.MultiHeadAttention(
            self.heads,
            features // self.heads,
            dtype=self.dtype_policy,
            name="gather",
        )
        self.gather.build(
            query_shape=(input_shape[0], self.points, features),
            value_shape=input_shape,
        )
        self.spread = keras.layers.MultiHeadAttention(
            self.heads,
            features // self.heads,
            dtype=self.dtype_policy,
            name="spread",
        )
        self.spread.build(
            query_shape=input_shape,
            value_shape=(input_shape[0], self.points, features),
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        batch = ops.shape(inputs)[0]
        features = ops.shape(inputs)[-1]
        queries = ops.broadcast_to(
            self.inducing, (batch, self.points, features)
        )
        induced = self.gather(
            queries,
            inputs,
            attention_mask=mask[:, None, :] if mask is not None else None,
        )
        return inputs + self.spread(inputs, induced)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"points": self.points, "heads": self.heads}
        return {**super().get_config(), **config}
