# Written by layergen 0.1.0 from fourier_mixing.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="fourier_mixing")
class FourierMixing(keras.layers.Layer):
    """Mixes tokens and features by a Fourier transform, in place of attention
    (FNet).

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = FourierMixing()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Lee-Thorp et al., 2022](https://arxiv.org/abs/2105.03824)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        inputs = ops.cast(inputs, "float32")
        real, _ = ops.fft2((inputs, ops.zeros_like(inputs)))
        return ops.cast(real, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape
