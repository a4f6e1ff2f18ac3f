# Written by layergen 0.1.0 from multi_head_attention.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="multi_head_attention")
class MultiHeadAttention(keras.layers.Layer):
    """Attention in several subspaces at once.

    Args:
        num_heads: Positive integer. Number of heads.
        key_dim: Positive integer. Size of each head.
        rate: Float between 0 and 1. Part of the weights that is dropped.
            Defaults to `0.0`.
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        query: Tensor.
        value: Tensor.
        use_causal_mask: Whether each query sees only the keys before it.
            Defaults to `False`.
        query_mask: Optional boolean mask of `(batch, steps)`; steps where it is
            False are left out.
        value_mask: Optional boolean mask of `(batch, steps)`; steps where it is
            False are left out.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        query: `(batch, queries, features)`.
        value: `(batch, keys, features)`.

    Output shape:
        Tensor of shape `(batch, queries, features)`.

    Example:

    >>> layer = MultiHeadAttention(num_heads=2, key_dim=4)
    >>> query = keras.random.normal((2, 6, 5))
    >>> value = keras.random.normal((2, 8, 5))
    >>> y = layer(query, value)

    References:

    - [Vaswani et al., 2017](https://arxiv.org/abs/1706.03762)
    """

    def __init__(self, num_heads, key_dim, rate=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(num_heads, int) or num_heads < 1:
            raise ValueError(
                "`num_heads` must be a positive integer. Received: "
                f"num_heads={num_heads}"
            )
        if not isinstance(key_dim, int) or key_dim < 1:
            raise ValueError(
                "`key_dim` must be a positive integer. Received: "
                f"key_dim={key_dim}"
            )
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(
                "`rate` must be a number between 0 and 1. Received: "
                f"rate={rate}"
            )
        self.num_heads = num_heads
        self.key_dim = key_dim
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, query_shape, value_shape):
        features = query_shape[-1]
        if value_shape[-1] not in (None, features):
            raise ValueError(
                "Axis 2 of `value` must be `features`. Received: "
                f"value_shape={value_shape}, query_shape={query_shape}"
            )
        self.query_kernel = self.add_weight(
            name="query_kernel",
            shape=(features, self.num_heads, self.key_dim),
            initializer="glorot_uniform",
        )
        self.query_bias = self.add_weight(
            name="query_bias",
            shape=(self.num_heads, self.key_dim),
            initializer="zeros",
        )
        self.key_kernel = self.add_weight(
            name="key_kernel",
            shape=(features, self.num_heads, self.key_dim),
            initializer="glorot_uniform",
        )
        self.key_bias = self.add_weight(
            name="key_bias",
            shape=(self.num_heads, self.key_dim),
            initializer="zeros",
        )
        self.value_kernel = self.add_weight(
            name="value_kernel",
            shape=(features, self.num_heads, self.key_dim),
            initializer="glorot_uniform",
        )
        self.value_bias = self.add_weight(
            name="value_bias",
            shape=(self.num_heads, self.key_dim),
            initializer="zeros",
        )
        self.output_kernel = self.add_weight(
            name="output_kernel",
            shape=(self.num_heads, self.key_dim, features),
            initializer="glorot_uniform",
        )
        self.output_bias = self.add_weight(
            name="output_bias", shape=(features,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(
        self,
        query,
        value,
        query_mask=None,
        value_mask=None,
        *,
        use_causal_mask=False,
        training=False,
    ):
        queries = ops.shape(query)[1]
        keys = ops.shape(value)[1]

        def project(x, kernel, bias):
            return ops.einsum("btf,fhd->bthd", x, kernel) + bias

        q = project(query, self.query_kernel, self.query_bias)
        k = project(value, self.key_kernel, self.key_bias)
        v = project(value, self.value_kernel, self.value_bias)
        scores = ops.einsum("bqhd,bkhd->bhqk", q, k) / self.key_dim**0.5
        if value_mask is not None:
            scores = ops.where(value_mask[:, None, None, :], scores, -3e4)
        if query_mask is not None:
            scores = ops.where(query_mask[:, None, :, None], scores, -3e4)
        if use_causal_mask:
            scores = ops.where(
                ops.tri(queries, keys, dtype="bool"), scores, -3e4
            )
        weights = ops.softmax(scores)
        if training and self.rate > 0:
            weights = keras.random.dropout(
                weights, self.rate, seed=self.seed_generator
            )
        heads = ops.einsum("bhqk,bkhd->bqhd", weights, v)
        return (
            ops.einsum("bqhd,hdf->bqf", heads, self.output_kernel)
            + self.output_bias
        )

    def compute_output_shape(self, query_shape, value_shape):
        return query_shape

    def get_config(self):
        config = {
            "num_heads": self.num_heads,
            "key_dim": self.key_dim,
            "rate": self.rate,
            "seed": self.seed,
        }
        return {**super().get_config(), **config}
