# Written by layergen 0.1.0 from group_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="group_norm")
class GroupNorm(keras.layers.Layer):
    """Normalises each group of channels over all positions.

    Args:
        groups: Positive integer. Number of groups. Defaults to `32`.
        epsilon: Float. Defaults to `0.001`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., channels)`.

    Output shape:
        Tensor of shape `(batch, ..., channels)`.

    Example:

    >>> layer = GroupNorm(groups=2)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Wu & He, 2018](https://arxiv.org/abs/1803.08494)
    """

    def __init__(self, groups=32, epsilon=0.001, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(groups, int) or groups < 1:
            raise ValueError(
                "`groups` must be a positive integer. Received: "
                f"groups={groups}"
            )
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.groups = groups
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(min_ndim=2)

    def build(self, input_shape):
        channels = input_shape[-1]
        if channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if channels % self.groups != 0:
            raise ValueError(
                "`channels` must be divisible by `groups`. Received: "
                f"channels={channels}, groups={self.groups}"
            )
        self.gamma = self.add_weight(
            name="gamma", shape=(channels,), initializer="ones"
        )
        self.beta = self.add_weight(
            name="beta", shape=(channels,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: channels}
        )
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        channels = ops.shape(inputs)[-1]
        grouped = ops.reshape(
            inputs, (batch, -1, self.groups, channels // self.groups)
        )
        average, variance = ops.moments(grouped, axes=(1, 3), keepdims=True)
        grouped = (grouped - average) * ops.rsqrt(variance + self.epsilon)
        return ops.reshape(grouped, ops.shape(inputs)) * self.gamma + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"groups": self.groups, "epsilon": self.epsilon}
        return {**super().get_config(), **config}
