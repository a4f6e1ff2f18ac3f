import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="vision")
class SqueezeExcite(layers.Layer):
    """Reweights the channels of an image by what is in all of it."""

    def __init__(self, ratio=4, gate="sigmoid", **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio
        self.gate = gate
        self.input_spec = layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        hidden = max(1, channels // self.ratio)
        self.reduce = layers.Dense(hidden, activation="relu", dtype=self.dtype_policy)
        self.restore = layers.Dense(channels, activation=self.gate, dtype=self.dtype_policy)
        pooled = (input_shape[0], channels)
        self.reduce.build(pooled)
        self.restore.build((input_shape[0], hidden))
        self.input_spec = layers.InputSpec(ndim=4, axes={-1: channels})
        self.built = True

    def call(self, inputs):
        pooled = ops.mean(inputs, axis=(1, 2))
        weights = self.restore(self.reduce(pooled))
        return inputs * weights[:, None, None, :]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"ratio": self.ratio, "gate": self.gate})
        return config
