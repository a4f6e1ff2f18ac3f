# Written by layergen 0.1.0 from spectral_convolution.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="spectral_convolution")
class SpectralConvolution(keras.layers.Layer):
    """Multiplies the lowest frequencies by learned complex matrices (Fourier
    neural operator).

    Args:
        units: Positive integer.
        modes: Positive integer. Number of frequencies that are kept.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, units)`.

    Example:

    >>> layer = SpectralConvolution(units=4, modes=3)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Li et al., 2021](https://arxiv.org/abs/2010.08895)
    """

    def __init__(self, units, modes, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(modes, int) or modes < 1:
            raise ValueError(
                f"`modes` must be a positive integer. Received: modes={modes}"
            )
        self.units = units
        self.modes = modes
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        time = input_shape[1]
        features = input_shape[-1]
        if time is None:
            raise ValueError(
                "The axis `time` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if self.modes > time // 2 + 1:
            raise ValueError(
                "`modes <= time // 2 + 1` must hold. Received: "
                f"modes={self.modes}, time={time}"
            )
        self.real_kernel = self.add_weight(
            name="real_kernel",
            shape=(self.modes, features, self.units),
            initializer=keras.initializers.GlorotNormal(
                input_axes=[1], output_axes=[2]
            ),
        )
        self.imaginary_kernel = self.add_weight(
            name="imaginary_kernel",
            shape=(self.modes, features, self.units),
            initializer=keras.initializers.GlorotNormal(
                input_axes=[1], output_axes=[2]
            ),
        )
        self.input_spec = keras.layers.InputSpec(
            ndim=3, axes={1: time, -1: features}
        )
        super().build(input_shape)

    def call(self, inputs, mask=None):
        time = ops.shape(inputs)[1]
        if mask is not None:
            inputs = ops.where(mask[:, :, None], inputs, 0.0)
        real, imaginary = ops.rfft(
            ops.transpose(ops.cast(inputs, "float32"), (0, 2, 1))
        )
        real, imaginary = ops.cast(
            real[:, :, : self.modes], self.compute_dtype
        ), ops.cast(imaginary[:, :, : self.modes], self.compute_dtype)

        def mix(part, kernel):
            return ops.einsum("bfm,mfu->bum", part, kernel)

        mixed_real = mix(real, self.real_kernel) - mix(
            imaginary, self.imaginary_kernel
        )
        mixed_imaginary = mix(real, self.imaginary_kernel) + mix(
            imaginary, self.real_kernel
        )
        room = [[0, 0], [0, 0], [0, time // 2 + 1 - self.modes]]
        both = ops.pad(ops.cast(mixed_real, "float32"), room), ops.pad(
            ops.cast(mixed_imaginary, "float32"), room
        )
        return ops.transpose(
            ops.cast(ops.irfft(both, fft_length=time), self.compute_dtype),
            (0, 2, 1),
        )

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.units)

    def get_config(self):
        config = {"units": self.units, "modes": self.modes}
        return {**super().get_config(), **config}
