import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="speech")
class FrameStacker(layers.Layer):
    """Stacks `factor` neighbouring frames into one."""

    def __init__(self, factor=2, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.supports_masking = True
        self.input_spec = layers.InputSpec(ndim=3)

    def call(self, frames):
        length = ops.shape(frames)[1] // self.factor
        frames = frames[:, : length * self.factor]
        return ops.reshape(
            frames, (-1, length, self.factor * frames.shape[-1])
        )

    def compute_mask(self, frames, mask=None):
        if mask is None:
            return None
        length = ops.shape(mask)[1] // self.factor
        mask = ops.reshape(
            mask[:, : length * self.factor], (-1, length, self.factor)
        )
        return ops.any(mask, axis=-1)

    def compute_output_shape(self, input_shape):
        batch, time, features = input_shape
        time = None if time is None else time // self.factor
        return (batch, time, features * self.factor)

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
