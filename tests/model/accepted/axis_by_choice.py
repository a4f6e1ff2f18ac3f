# Written by layergen 0.1.0 from axis_by_choice.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="axis_by_choice")
class AxisByChoice(keras.layers.Layer):
    """Channel gate for either data format.

    Args:
        groups: Integer. Defaults to `1`.
        data_format: One of `"channels_last"`, `"channels_first"`. Defaults to
            `"channels_last"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, d1, d2, d3)`.

    Output shape:
        Tensor of shape `(batch, d1, d2, d3)`.

    Example:

    >>> layer = AxisByChoice()
    >>> x = keras.random.normal((2, 6, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, groups=1, data_format="channels_last", **kwargs):
        super().__init__(**kwargs)
        if type(groups) is not int:
            raise ValueError(
                f"`groups` must be an integer. Received: groups={groups}"
            )
        if data_format not in ("channels_last", "channels_first"):
            raise ValueError(
                "`data_format` must be one of 'channels_last', "
                f"'channels_first'. Received: data_format={data_format}"
            )
        self.groups = groups
        self.data_format = data_format
        self.input_spec = keras.layers.InputSpec(ndim=4)
        self.supports_masking = True

    def build(self, input_shape):
        self.channels = input_shape[
            -1 if self.data_format == "channels_last" else 1
        ]
        if self.channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if self.channels % self.groups != 0:
            raise ValueError(
                "`channels` must be divisible by `groups`. Received: "
                f"channels={self.channels}, groups={self.groups}"
            )
        self.scale = self.add_weight(
            name="scale", shape=(self.channels,), initializer="ones"
        )
        self.input_spec = keras.layers.InputSpec(
            ndim=4,
            axes={
                -1 if self.data_format == "channels_last" else 1: self.channels
            },
        )
        super().build(input_shape)

    def call(self, inputs):
        if self.data_format == "channels_last":
            y = inputs * self.scale
        else:
            y = inputs * ops.reshape(self.scale, (self.channels, 1, 1))
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"groups": self.groups, "data_format": self.data_format}
        return {**super().get_config(), **config}
