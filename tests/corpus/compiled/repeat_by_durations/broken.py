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
        frames = []
        steps = ops.convert_to_numpy(durations).astype("int32")
        for row, repeats in zip(inputs, steps):
            repeated = ops.concatenate(
                [ops.repeat(row, repeats, axis=0), ops.zeros((self.max_length, row.shape[-1]), dtype=row.dtype)]
            )
            frames.append(repeated[: self.max_length])
        return ops.stack(frames)

    def compute_output_shape(self, inputs_shape, durations_shape):
        return (inputs_shape[0], self.max_length, inputs_shape[-1])

    def get_config(self):
        return {**super().get_config(), "max_length": self.max_length}
