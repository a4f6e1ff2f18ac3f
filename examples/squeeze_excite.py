# Written by layergen 0.1.0 from squeeze_excite.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="squeeze_excite")
class SqueezeExcite(keras.layers.Layer):
    """Scales each channel by a gate computed from all channels' averages.

    Args:
        hidden: Positive integer. Size of the hidden representation.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, height, width, channels)`.

    Example:

    >>> layer = SqueezeExcite(hidden=4)
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Hu et al., 2018](https://arxiv.org/abs/1709.01507)
    """

    def __init__(self, hidden, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(hidden, int) or hidden < 1:
            raise ValueError(
                "`hidden` must be a positive integer. Received: "
                f"hidden={hidden}"
            )
        self.hidden = hidden
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.reduce = self.add_weight(
            name="reduce",
            shape=(channels, self.hidden),
            initializer="glorot_uniform",
        )
        self.expand = self.add_weight(
            name="expand",
            shape=(self.hidden, channels),
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
        config = {"hidden": self.hidden}
        return {**super().get_config(), **config}
