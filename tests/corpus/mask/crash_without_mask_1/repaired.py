import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="asr")
class DownsampleTime(layers.Layer):
    """Keeps every n-th step of a sequence, after a learned mixing of its features."""

    def __init__(self, factor=2, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.supports_masking = True

    def build(self, input_shape):
        dim = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=(dim, dim), initializer="orthogonal")
        self.input_spec = layers.InputSpec(ndim=3, axes={-1: dim})

    def call(self, inputs):
        return ops.matmul(inputs[:, :: self.factor], self.kernel)

    def compute_mask(self, inputs, mask=None):
        return None if mask is None else mask[:, :: self.factor]

    def compute_output_shape(self, input_shape):
        batch, length, dim = input_shape
        if length is not None:
            length = -(-length // self.factor)
        return (batch, length, dim)

    def get_config(self):
        config = super().get_config()
        config["factor"] = self.factor
        return config
