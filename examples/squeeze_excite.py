# Written by layergen 0.1.0 from squeeze_excite.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="squeeze_excite")
class SqueezeExcite(keras.layers.Layer):
    """Scales each channel by a gate computed from all channels' averages.

    Args:
        ratio: Positive integer. How much smaller the hidden representation is.
            Defaults to `4`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, height, width, channels)`.

    Example:

    >>> layer = SqueezeExcite()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Hu et al., 2018](https://arxiv.org/abs/1709.01507)
    """

    def __init__(self, ratio=4, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(ratio, int) or ratio < 1:
            raise ValueError(
                f"`ratio` must be a positive integer. Received: ratio={ratio}"
            )
        self.ratio = ratio
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        if channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        hidden = max(1, channels // self.ratio)
        self.reduce = self.add_weight(
            name="reduce",
            shape=(channels, hidden),
            initializer="glorot_uniform",
        )
        self.expand = self.add_weight(
            name="expand",
            shape=(hidden, channels),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        squeezed = ops.mean(inputs, axis=(1, 2), keepdims=True)
        return inputs * ops.sigmoid(
            ops.matmul(ops.relu(ops.matmul(squeezed, self.reduce)), self.expand)
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"ratio": self.ratio}
        return {**super().get_config(), **config}
