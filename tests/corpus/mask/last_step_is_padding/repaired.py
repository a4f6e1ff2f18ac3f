import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rnn")
class LastStep(keras.layers.Layer):
    """The last valid step of each (right-padded) sequence."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs, mask=None):
        if mask is None:
            return inputs[:, -1]
        steps = ops.arange(ops.shape(inputs)[1])
        last = ops.max(ops.where(mask, steps, 0), axis=1)
        hot = ops.cast(steps[None] == last[:, None], inputs.dtype)
        return ops.sum(inputs * hot[..., None], axis=1)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])

    def get_config(self):
        return super().get_config()
