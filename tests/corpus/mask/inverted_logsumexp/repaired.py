import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class LogSumExpPooling(keras.layers.Layer):
    """Smooth maximum over time."""

    def __init__(self, sharpness=1.0, **kwargs):
        super().__init__(**kwargs)
        self.sharpness = sharpness
        self.supports_masking = True

    def call(self, x, mask=None):
        z = self.sharpness * x
        if mask is not None:
            low = ops.cast(-3e4, z.dtype)
            z = ops.where(mask[..., None], z, low)
        return ops.logsumexp(z, axis=1) / self.sharpness

    def compute_mask(self, x, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])

    def get_config(self):
        return {**super().get_config(), "sharpness": self.sharpness}
