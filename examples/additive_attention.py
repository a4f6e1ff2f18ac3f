# Written by layergen 0.1.0 from additive_attention.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="additive_attention")
class AdditiveAttention(keras.layers.Layer):
    """Averages of values, weighted by a small network of the sums of queries
    and keys.

    Call arguments:
        inputs: List of tensors: `query`, `value`.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        query: `(batch, queries, features)`.
        value: `(batch, keys, features)`.

    Output shape:
        Tensor of shape `(batch, queries, features)`.

    Example:

    >>> layer = AdditiveAttention()
    >>> query = keras.random.normal((2, 6, 5))
    >>> value = keras.random.normal((2, 8, 5))
    >>> y = layer([query, value])

    References:

    - [Bahdanau et al., 2014](https://arxiv.org/abs/1409.0473)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = [
            keras.layers.InputSpec(ndim=3),
            keras.layers.InputSpec(ndim=3),
        ]
        self.supports_masking = True

    def build(self, input_shape):
        query_shape, value_shape = input_shape
        features = query_shape[-1]
        if value_shape[-1] not in (None, features):
            raise ValueError(
                "Axis 2 of `value` must be `features`. Received: "
                f"value_shape={value_shape}, query_shape={query_shape}"
            )
        self.scale = self.add_weight(
            name="scale", shape=(features,), initializer="glorot_uniform"
        )
        self.input_spec = [
            keras.layers.InputSpec(ndim=3, axes={-1: features}),
            keras.layers.InputSpec(ndim=3),
        ]
        super().build(input_shape)

    def call(self, inputs, mask=None):
        query, value = inputs
        query_mask, value_mask = (None, None) if mask is None else mask
        scores = ops.sum(
            self.scale * ops.tanh(query[:, :, None] + value[:, None]), axis=-1
        )
        if value_mask is not None:
            scores = ops.where(value_mask[:, None], scores, -3e4)
        y = ops.matmul(ops.softmax(scores), value)
        if query_mask is not None:
            y = ops.where(query_mask[:, :, None], y, 0)
        return y

    def compute_output_shape(self, input_shape):
        query_shape, _ = input_shape
        return query_shape

    def compute_mask(self, inputs, mask=None):
        query_mask, _ = (None, None) if mask is None else mask
        return query_mask
