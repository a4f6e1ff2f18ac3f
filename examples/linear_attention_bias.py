# Written by layergen 0.1.0 from linear_attention_bias.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="linear_attention_bias")
class LinearAttentionBias(keras.layers.Layer):
    """Takes from each attention score what is proportional to the distance
    (ALiBi).

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, heads, queries, keys)`.

    Output shape:
        Tensor of shape `(batch, heads, queries, keys)`.

    Example:

    >>> layer = LinearAttentionBias()
    >>> scores = keras.random.normal((2, 6, 5, 8))
    >>> y = layer(scores)

    References:

    - [Press et al., 2022](https://arxiv.org/abs/2108.12409)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=4)
        self.supports_masking = True

    def call(self, inputs):
        heads = ops.shape(inputs)[1]
        queries = ops.shape(inputs)[2]
        keys = ops.shape(inputs)[-1]
        slopes = ops.power(
            2.0,
            -8.0
            * ops.cast(ops.arange(1, heads + 1), self.compute_dtype)
            / ops.cast(heads, self.compute_dtype),
        )
        distances = ops.abs(
            ops.arange(queries)[:, None] - ops.arange(keys)[None, :]
        )
        return inputs - slopes[:, None, None] * ops.cast(
            distances, self.compute_dtype
        )

    def compute_output_shape(self, input_shape):
        return input_shape
