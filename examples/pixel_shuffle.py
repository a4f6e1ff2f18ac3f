# Written by layergen 0.1.0 from pixel_shuffle.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pixel_shuffle")
class PixelShuffle(keras.layers.Layer):
    """Turns channels into pixels.

    Args:
        factor: Positive integer. Defaults to `2`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, height * factor, width * factor, filters)`.

    Example:

    >>> layer = PixelShuffle()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Shi et al., 2016](https://arxiv.org/abs/1609.05158)
    """

    def __init__(self, factor=2, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(factor, int) or factor < 1:
            raise ValueError(
                "`factor` must be a positive integer. Received: "
                f"factor={factor}"
            )
        self.factor = factor
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        if channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if channels % self.factor**2 != 0:
            raise ValueError(
                "`channels` must be divisible by `factor ** 2`. Received: "
                f"channels={channels}, factor={self.factor}"
            )
        self.filters = channels // self.factor**2
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        height = ops.shape(inputs)[1]
        width = ops.shape(inputs)[2]
        y = ops.reshape(
            inputs,
            (batch, height, width, self.factor, self.factor, self.filters),
        )
        y = ops.transpose(y, (0, 1, 3, 2, 4, 5))
        return ops.reshape(
            y, (batch, height * self.factor, width * self.factor, self.filters)
        )

    def compute_output_shape(self, input_shape):
        height = input_shape[1]
        width = input_shape[2]
        channels = input_shape[-1]
        filters = None if channels is None else channels // self.factor**2
        return (
            input_shape[0],
            None if height is None else height * self.factor,
            None if width is None else width * self.factor,
            filters,
        )

    def get_config(self):
        config = {"factor": self.factor}
        return {**super().get_config(), **config}
