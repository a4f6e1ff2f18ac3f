# Written by layergen 0.1.0 from activation_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="activation_norm")
class ActivationNorm(keras.layers.Layer):
    """A learned scale and shift for each channel, with its log-determinant
    (Glow).

    Call arguments:
        inputs: Tensor.
        inverse: Whether to map back. Defaults to `False`.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        y: `(batch, height, width, channels)`.
        log_determinant: `(batch,)`.

    Example:

    >>> layer = ActivationNorm()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y, log_determinant = layer(x)

    References:

    - [Kingma and Dhariwal, 2018](https://arxiv.org/abs/1807.03039)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=4)
        self.supports_masking = True

    def build(self, input_shape):
        channels = input_shape[-1]
        self.log_scale = self.add_weight(
            name="log_scale", shape=(channels,), initializer="zeros"
        )
        self.shift = self.add_weight(
            name="shift", shape=(channels,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs, *, inverse=False):
        batch = ops.shape(inputs)[0]
        height = ops.shape(inputs)[1]
        width = ops.shape(inputs)[2]
        y = (
            inputs * ops.exp(-self.log_scale) - self.shift
            if inverse
            else (inputs + self.shift) * ops.exp(self.log_scale)
        )
        log_determinant = ops.cast(
            height * width, self.compute_dtype
        ) * ops.sum(self.log_scale)
        log_determinant = ops.broadcast_to(
            -log_determinant if inverse else log_determinant, (batch,)
        )
        return y, log_determinant

    def compute_output_shape(self, input_shape):
        return input_shape, (input_shape[0],)

    def compute_mask(self, inputs, mask=None):
        return (mask, None)
