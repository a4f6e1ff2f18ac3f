# Written by layergen 0.1.0 from pooling_by_attention.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pooling_by_attention")
class PoolingByAttention(keras.layers.Layer):
    """Pools a set into a few vectors, each the attention of a learned seed
    (PMA).

    Args:
        seeds: Positive integer. Defaults to `1`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, items, features)`.

    Output shape:
        Tensor of shape `(batch, seeds, features)`.

    Example:

    >>> layer = PoolingByAttention()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Lee et al., 2019](https://arxiv.org/abs/1810.00825)
    """

    def __init__(self, seeds=1, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(seeds, int) or seeds < 1:
            raise ValueError(
                f"`seeds` must be a positive integer. Received: seeds={seeds}"
            )
        self.seeds = seeds
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.queries = self.add_weight(
            name="queries",
            shape=(self.seeds, features),
            initializer="glorot_uniform",
        )
        self.key_kernel = self.add_weight(
            name="key_kernel",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.value_kernel = self.add_weight(
            name="value_kernel",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        features = ops.shape(inputs)[-1]
        scores = (
            ops.matmul(
                self.queries,
                ops.transpose(ops.matmul(inputs, self.key_kernel), (0, 2, 1)),
            )
            / features**0.5
        )
        if mask is not None:
            scores = ops.where(mask[:, None, :], scores, -1e9)
        return ops.matmul(
            ops.softmax(scores), ops.matmul(inputs, self.value_kernel)
        )

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.seeds, input_shape[2])

    def compute_mask(self, inputs, mask=None):
        return None

    def get_config(self):
        config = {"seeds": self.seeds}
        return {**super().get_config(), **config}
