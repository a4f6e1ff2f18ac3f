# Written by layergen 0.1.0 from grouped_query_attention.yaml
import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="grouped_query_attention")
class GroupedQueryAttention(keras.layers.Layer):
    """Self-attention in which several query heads share one head of keys and
    values.

    Args:
        head_size: Positive integer. Size of each head.
        heads: Positive integer. Number of query heads.
        shared_heads: Positive integer. Number of heads of keys and values.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = GroupedQueryAttention(head_size=2, heads=2, shared_heads=2)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Ainslie et al., 2023](https://arxiv.org/abs/2305.13245)
    """

    def __init__(self, head_size, heads, shared_heads, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(head_size, int) or head_size < 1:
            raise ValueError(
                "`head_size` must be a positive integer. Received: "
                f"head_size={head_size}"
            )
        if not isinstance(heads, int) or heads < 1:
            raise ValueError(
                f"`heads` must be a positive integer. Received: heads={heads}"
            )
        if not isinstance(shared_heads, int) or shared_heads < 1:
            raise ValueError(
                "`shared_heads` must be a positive integer. Received: "
                f"shared_heads={shared_heads}"
            )
        if heads % shared_heads != 0:
            raise ValueError(
                "`heads` must be divisible by `shared_heads`. Received: "
                f"heads={heads}, shared_heads={shared_heads}"
            )
        self.head_size = head_size
        self.heads = heads
        self.shared_heads = shared_heads
        self.group = heads // shared_heads
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.query = self.add_weight(
            name="query",
            shape=(features, self.shared_heads, self.group, self.head_size),
            initializer="glorot_uniform",
        )
        self.key = self.add_weight(
            name="key",
            shape=(features, self.shared_heads, self.head_size),
            initializer="glorot_uniform",
        )
        self.value = self.add_weight(
            name="value",
            shape=(features, self.shared_heads, self.head_size),
            initializer="glorot_uniform",
        )
        self.out = self.add_weight(
            name="out",
            shape=(self.shared_heads, self.group, self.head_size, features),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        q = ops.einsum("btf,fsgd->btsgd", inputs, self.query)
        k = ops.einsum("btf,fsd->btsd", inputs, self.key)
        v = ops.einsum("btf,fsd->btsd", inputs, self.value)
        scores = ops.einsum("bqsgd,bksd->bsgqk", q, k) / math.sqrt(
            self.head_size
        )
        if mask is not None:
            scores = ops.where(mask[:, None, None, None], scores, -3e4)
        attended = ops.einsum("bsgqk,bksd->bqsgd", ops.softmax(scores), v)
        return ops.einsum("bqsgd,sgdf->bqf", attended, self.out)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "head_size": self.head_size,
            "heads": self.heads,
            "shared_heads": self.shared_heads,
        }
        return {**super().get_config(), **config}
