# Written by layergen 0.1.0 from relative_position_bias.yaml
import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="relative_position_bias")
class RelativePositionBias(keras.layers.Layer):
    """Adds to attention scores a learned bias for each bucket of distances,
    fine near and coarse far (T5).

    Args:
        buckets: Integer. Defaults to `32`.
        farthest: Integer. Distances from here on share a bucket. Defaults to
            `128`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, heads, queries, keys)`.

    Output shape:
        Tensor of shape `(batch, heads, queries, keys)`.

    Example:

    >>> layer = RelativePositionBias()
    >>> scores = keras.random.normal((2, 6, 5, 8))
    >>> y = layer(scores)

    References:

    - [Raffel et al., 2020](https://arxiv.org/abs/1910.10683)
    """

    def __init__(self, buckets=32, farthest=128, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(buckets, int) or buckets < 4:
            raise ValueError(
                "`buckets` must be an integer of at least 4. Received: "
                f"buckets={buckets}"
            )
        if type(farthest) is not int:
            raise ValueError(
                f"`farthest` must be an integer. Received: farthest={farthest}"
            )
        if buckets % 4 != 0:
            raise ValueError(
                "`buckets` must be divisible by 4. Received: "
                f"buckets={buckets}"
            )
        if farthest <= buckets // 4:
            raise ValueError(
                "`farthest > buckets // 4` must hold. Received: "
                f"farthest={farthest}, buckets={buckets}"
            )
        self.buckets = buckets
        self.farthest = farthest
        self.half = buckets // 2
        self.exact = buckets // 4
        self.input_spec = keras.layers.InputSpec(ndim=4)
        self.supports_masking = True

    def build(self, input_shape):
        heads = input_shape[1]
        self.table = self.add_weight(
            name="table",
            shape=(self.buckets, heads),
            initializer="random_normal",
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={1: heads})
        super().build(input_shape)

    def call(self, inputs):
        queries = ops.shape(inputs)[2]
        keys = ops.shape(inputs)[-1]
        offset = ops.arange(keys)[None, :] - ops.arange(queries)[:, None]
        distance = ops.abs(offset)
        far = (
            ops.log(
                ops.maximum(ops.cast(distance, self.compute_dtype), 1)
                / self.exact
            )
            / math.log(self.farthest / self.exact)
            * (self.half - self.exact)
        )
        far = ops.minimum(self.exact + ops.cast(far, "int32"), self.half - 1)
        bucket = ops.cast(
            ops.where(offset > 0, self.half, 0), "int32"
        ) + ops.where(distance < self.exact, distance, far)
        return inputs + ops.transpose(
            ops.take(self.table, bucket, axis=0), (2, 0, 1)
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"buckets": self.buckets, "farthest": self.farthest}
        return {**super().get_config(), **config}
