# Written by layergen 0.1.0 from dot_product_attention.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="dot_product_attention")
class DotProductAttention(keras.layers.Layer):
    """Averages of values, weighted by the products of queries and keys.

    Args:
        use_scale: Boolean. Whether the scores have a learned scale. Defaults to
            `False`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: List of tensors: `query`, `value`, `key`.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        query: `(batch, queries, features)`.
        value: `(batch, keys, depth)`.
        key: `(batch, keys, features)`.

    Output shape:
        Tensor of shape `(batch, queries, depth)`.

    Example:

    >>> layer = DotProductAttention()
    >>> query = keras.random.normal((2, 7, 6))
    >>> value = keras.random.normal((2, 5, 8))
    >>> key = keras.random.normal((2, 5, 6))
    >>> y = layer([query, value, key])

    References:

    - [Luong et al., 2015](https://arxiv.org/abs/1508.04025)
    """

    def __init__(self, use_scale=False, **kwargs):
        super().__init__(**kwargs)
        self.use_scale = use_scale
        self.input_spec = [
            keras.layers.InputSpec(ndim=3),
            keras.layers.InputSpec(ndim=3),
            keras.layers.InputSpec(ndim=3),
        ]
        self.supports_masking = True

    def build(self, input_shape):
        query_shape, value_shape, key_shape = input_shape
        if (
            None not in (key_shape[1], value_shape[1])
            and key_shape[1] != value_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `key` must be `keys`. Received: "
                f"key_shape={key_shape}, value_shape={value_shape}"
            )
        if (
            None not in (key_shape[-1], query_shape[2])
            and key_shape[-1] != query_shape[2]
        ):
            raise ValueError(
                "Axis 2 of `key` must be `features`. Received: "
                f"key_shape={key_shape}, query_shape={query_shape}"
            )
        if self.use_scale:
            self.scale = self.add_weight(
                name="scale", shape=(), initializer="ones"
            )
        else:
            self.scale = None
        super().build(input_shape)

    def call(self, inputs, mask=None):
        query, value, key = inputs
        query_mask, value_mask, _ = (None, None, None) if mask is None else mask
        scores = ops.einsum("bqf,bkf->bqk", query, key)
        if self.use_scale:
            scores = scores * self.scale
        if value_mask is not None:
            scores = ops.where(value_mask[:, None, :], scores, -3e4)
        y = ops.matmul(ops.softmax(scores), value)
        if query_mask is not None:
            y = ops.where(query_mask[:, :, None], y, 0)
        return y

    def compute_output_shape(self, input_shape):
        query_shape, value_shape, _ = input_shape
        return (query_shape[0], query_shape[1], value_shape[2])

    def compute_mask(self, inputs, mask=None):
        query_mask, _, _ = (None, None, None) if mask is None else mask
        return query_mask

    def get_config(self):
        config = {"use_scale": self.use_scale}
        return {**super().get_config(), **config}
