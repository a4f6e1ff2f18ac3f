# Written by layergen 0.1.0 from invertible_convolution.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="invertible_convolution")
class InvertibleConvolution(keras.layers.Layer):
    """An invertible 1x1 convolution with its log-determinant (Glow).

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        y: `(batch, height, width, channels)`.
        log_determinant: `(batch,)`.

    Example:

    >>> layer = InvertibleConvolution()
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
        self.kernel = self.add_weight(
            name="kernel", shape=(channels, channels), initializer="orthogonal"
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        height = ops.shape(inputs)[1]
        width = ops.shape(inputs)[2]
        y = ops.matmul(inputs, self.kernel)
        _, log_absolute = ops.slogdet(ops.cast(self.kernel, "float32"))
        log_determinant = ops.broadcast_to(
            ops.cast(height * width, self.compute_dtype)
            * ops.cast(log_absolute, self.compute_dtype),
            (batch,),
        )
        return y, log_determinant

    def compute_output_shape(self, input_shape):
        return input_shape, (input_shape[0],)

    def compute_mask(self, inputs, mask=None):
        return (mask, None)
