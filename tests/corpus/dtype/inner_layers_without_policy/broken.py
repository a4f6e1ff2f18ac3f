import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="vision")
class SqueezeExcite(layers.Layer):
    """Squeeze and excitation over `(batch, height, width, channels)`."""

    def __init__(self, ratio=2, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio
        self.input_spec = layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        hidden = max(1, channels // self.ratio)
        self.squeeze = layers.Dense(hidden, activation="relu")
        self.excite = layers.Dense(channels, activation="sigmoid")
        self.squeeze.build((input_shape[0], channels))
        self.excite.build((input_shape[0], hidden))
        self.built = True

    def call(self, inputs):
        pooled = ops.mean(inputs, axis=(1, 2))
        gate = self.excite(self.squeeze(pooled))
        return inputs * gate[:, None, None, :]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "ratio": self.ratio}
