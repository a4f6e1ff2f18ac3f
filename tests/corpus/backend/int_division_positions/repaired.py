import keras
from keras import ops


@keras.saving.register_keras_serializable(package="ramp")
class TimeRamp(keras.layers.Layer):
    """Appends the relative time (0..1) of each step as a feature."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, x):
        batch, length, _ = ops.shape(x)
        ramp = ops.cast(ops.arange(length), x.dtype) / ops.cast(length, x.dtype)
        ramp = ops.broadcast_to(ramp[None, :, None], (batch, length, 1))
        return ops.concatenate([x, ramp], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], input_shape[-1] + 1)
