import keras
from keras import ops


@keras.saving.register_keras_serializable(package="fastspeech")
class LengthRegulator(keras.layers.Layer):
    """Repeats each phoneme of `inputs` (batch, time, dim) by its duration (batch, time).

    The result is cut or zero-padded to `max_length` frames.
    """

    def __init__(self, max_length=12, **kwargs):
        super().__init__(**kwargs)
        self.max_length = max_length

    def call(self, inputs, durations):
        ends = ops.cumsum(ops.cast(durations, "int32"), axis=1)
        starts = ends - ops.cast(durations, "int32")
        frame = ops.arange(self.max_length)[None, :, None]
        inside = ops.logical_and(frame >= starts[:, None, :], frame < ends[:, None, :])
        return ops.matmul(ops.cast(inside, inputs.dtype), inputs)

    def compute_output_shape(self, inputs_shape, durations_shape):
        return (inputs_shape[0], self.max_length, inputs_shape[-1])

    def get_config(self):
        return {**super().get_config(), "max_length": self.max_length}
