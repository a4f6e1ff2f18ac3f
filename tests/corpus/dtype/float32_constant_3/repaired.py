import keras
from keras import ops


@keras.saving.register_keras_serializable(package="video")
class TemporalShift(keras.layers.Layer):
    """Delays half of the channels by some steps, filling with zeros."""

    def __init__(self, shift=1, fraction=0.5, **kwargs):
        super().__init__(**kwargs)
        self.shift = shift
        self.fraction = fraction
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        channels = inputs.shape[-1]
        moved = int(channels * self.fraction)
        late = inputs[:, :, :moved]
        still = inputs[:, :, moved:]
        pad = ops.zeros_like(late[:, : self.shift])
        late = ops.concatenate([pad, late[:, : -self.shift]], axis=1)
        return ops.concatenate([late, still], axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"shift": self.shift, "fraction": self.fraction})
        return config
