# Written by layergen 0.1.0 from log_mel_spectrogram.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="log_mel_spectrogram")
class LogMelSpectrogram(keras.layers.Layer):
    """The logarithm of a mel spectrogram.

    Args:
        frame_length: Integer. Defaults to `400`.
        frame_step: Positive integer. Defaults to `160`.
        num_bins: Positive integer. Defaults to `80`.
        sample_rate: Positive integer. Defaults to `16000`.
        low: Float. Defaults to `0.0`.
        high: Float, or None.
        epsilon: Float. Defaults to `1e-6`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time)`.

    Output shape:
        Tensor of shape `(batch, frames, num_bins)`.

    Example:

    >>> layer = LogMelSpectrogram(frame_length=16, frame_step=8, num_bins=4)
    >>> x = keras.random.normal((2, 64))
    >>> y = layer(x)

    References:

    - Davis and Mermelstein, 1980
    """

    def __init__(
        self,
        frame_length=400,
        frame_step=160,
        num_bins=80,
        sample_rate=16000,
        low=0.0,
        high=None,
        epsilon=1e-6,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(frame_length, int) or frame_length < 2:
            raise ValueError(
                "`frame_length` must be an integer of at least 2. Received: "
                f"frame_length={frame_length}"
            )
        if not isinstance(frame_step, int) or frame_step < 1:
            raise ValueError(
                "`frame_step` must be a positive integer. Received: "
                f"frame_step={frame_step}"
            )
        if not isinstance(num_bins, int) or num_bins < 1:
            raise ValueError(
                "`num_bins` must be a positive integer. Received: "
                f"num_bins={num_bins}"
            )
        if not isinstance(sample_rate, int) or sample_rate < 1:
            raise ValueError(
                "`sample_rate` must be a positive integer. Received: "
                f"sample_rate={sample_rate}"
            )
        self.frame_length = frame_length
        self.frame_step = frame_step
        self.num_bins = num_bins
        self.sample_rate = sample_rate
        self.low = low
        self.high = high
        self.epsilon = epsilon
        self.top = sample_rate / 2 if high is None else high
        self.bands = frame_length // 2 + 1
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        self.window = np.hanning(self.frame_length)
        edges = 700 * (
            10
            ** (
                np.linspace(
                    2595 * np.log10(1 + self.low / 700),
                    2595 * np.log10(1 + self.top / 700),
                    self.num_bins + 2,
                )
                / 2595
            )
            - 1
        )
        hertz = np.linspace(0, self.sample_rate / 2, self.bands)
        up = (hertz[:, None] - edges[:-2]) / (edges[1:-1] - edges[:-2])
        down = (edges[2:] - hertz[:, None]) / (edges[2:] - edges[1:-1])
        self.mel = np.maximum(0, np.minimum(up, down))
        super().build(input_shape)

    def call(self, inputs):
        framed = ops.extract_sequences(
            inputs, self.frame_length, self.frame_step
        )
        re, im = ops.rfft(framed * ops.cast(self.window, self.compute_dtype))
        power = ops.square(re) + ops.square(im)
        return ops.log(
            ops.matmul(power, ops.cast(self.mel, self.compute_dtype))
            + self.epsilon
        )

    def compute_output_shape(self, input_shape):
        time = input_shape[-1]
        frames = (
            None
            if time is None
            else 1 + (time - self.frame_length) // self.frame_step
        )
        return (input_shape[0], frames, self.num_bins)

    def get_config(self):
        config = {
            "frame_length": self.frame_length,
            "frame_step": self.frame_step,
            "num_bins": self.num_bins,
            "sample_rate": self.sample_rate,
            "low": self.low,
            "high": self.high,
            "epsilon": self.epsilon,
        }
        return {**super().get_config(), **config}
