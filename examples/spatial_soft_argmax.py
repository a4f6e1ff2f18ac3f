# Written by layergen 0.1.0 from spatial_soft_argmax.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="spatial_soft_argmax")
class SpatialSoftArgmax(keras.layers.Layer):
    """The expected place of each channel's activation, from -1 to 1 in each
    direction.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, channels, 2)`.

    Example:

    >>> layer = SpatialSoftArgmax()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Levine et al., 2016](https://arxiv.org/abs/1504.00702)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        self.log_temperature = self.add_weight(
            name="log_temperature", shape=(), initializer="zeros"
        )
        super().build(input_shape)

    def call(self, inputs):
        height = ops.shape(inputs)[1]
        width = ops.shape(inputs)[2]
        logits = inputs * ops.exp(-self.log_temperature)
        share = ops.exp(logits - ops.max(logits, axis=(1, 2), keepdims=True))
        share = share / ops.sum(share, axis=(1, 2), keepdims=True)
        rows = (
            2
            * ops.cast(ops.arange(height), self.compute_dtype)
            / ops.cast(height - 1, self.compute_dtype)
            - 1
        )
        columns = (
            2
            * ops.cast(ops.arange(width), self.compute_dtype)
            / ops.cast(width - 1, self.compute_dtype)
            - 1
        )
        down = ops.sum(ops.sum(share, axis=2) * rows[:, None], axis=1)
        across = ops.sum(ops.sum(share, axis=1) * columns[:, None], axis=1)
        return ops.stack([across, down], axis=-1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[3], 2)
