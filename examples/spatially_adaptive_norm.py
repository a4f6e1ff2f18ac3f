# Written by layergen 0.1.0 from spatially_adaptive_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="spatially_adaptive_norm")
class SpatiallyAdaptiveNorm(keras.layers.Layer):
    """Normalises each channel, then scales and shifts every place by a map of
    its segmentation (SPADE).

    Args:
        hidden: Positive integer. Defaults to `128`.
        epsilon: Float. Defaults to `1e-5`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        segmentation: Tensor.

    Input shape:
        x: `(batch, height, width, channels)`.
        segmentation: `(batch, height, width, labels)`.

    Output shape:
        Tensor of shape `(batch, height, width, channels)`.

    Example:

    >>> layer = SpatiallyAdaptiveNorm(hidden=4)
    >>> x = keras.random.normal((2, 10, 12, 5))
    >>> segmentation = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x, segmentation)

    References:

    - [Park et al., 2019](https://arxiv.org/abs/1903.07291)
    """

    def __init__(self, hidden=128, epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(hidden, int) or hidden < 1:
            raise ValueError(
                "`hidden` must be a positive integer. Received: "
                f"hidden={hidden}"
            )
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.hidden = hidden
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(ndim=4)
        self.shared = keras.layers.Conv2D(
            hidden,
            3,
            padding="same",
            activation="relu",
            dtype=self.dtype_policy,
            name="shared",
        )

    def build(self, x_shape, segmentation_shape):
        channels = x_shape[-1]
        if channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"x_shape={x_shape}"
            )
        if (
            None not in (segmentation_shape[1], x_shape[1])
            and segmentation_shape[1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `segmentation` must be `height`. Received: "
                f"segmentation_shape={segmentation_shape}, x_shape={x_shape}"
            )
        if (
            None not in (segmentation_shape[2], x_shape[2])
            and segmentation_shape[2] != x_shape[2]
        ):
            raise ValueError(
                "Axis 2 of `segmentation` must be `width`. Received: "
                f"segmentation_shape={segmentation_shape}, x_shape={x_shape}"
            )
        self.shared.build((*x_shape[:-1], segmentation_shape[3]))
        self.gamma = keras.layers.Conv2D(
            channels, 3, padding="same", dtype=self.dtype_policy, name="gamma"
        )
        self.gamma.build((*x_shape[:-1], self.hidden))
        self.beta = keras.layers.Conv2D(
            channels, 3, padding="same", dtype=self.dtype_policy, name="beta"
        )
        self.beta.build((*x_shape[:-1], self.hidden))
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        self.built = True

    def call(self, x, segmentation):
        centre, spread = ops.moments(x, axes=(1, 2), keepdims=True)
        normal = (x - centre) * ops.rsqrt(spread + self.epsilon)
        h = self.shared(segmentation)
        return normal * (1 + self.gamma(h)) + self.beta(h)

    def compute_output_shape(self, x_shape, segmentation_shape):
        return x_shape

    def get_config(self):
        config = {"hidden": self.hidden, "epsilon": self.epsilon}
        return {**super().get_config(), **config}
