"""A squeeze-and-excitation block, as in Hu et al. (2018)."""
import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="vision")
class SqueezeExcite(layers.Layer):
    def __init__(self, ratio=4, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio
        self.pool = layers.GlobalAveragePooling2D(
            keepdims=True, dtype=self.dtype_policy
        )

    def build(self, input_shape):
        channels = input_shape[-1]
        self.reduce = layers.Conv2D(
            max(channels // self.ratio, 1), 1, activation="relu", dtype=self.dtype_policy
        )
        self.expand = layers.Conv2D(
            channels, 1, activation="sigmoid", dtype=self.dtype_policy
        )
        self.reduce.build((input_shape[0], 1, 1, channels))
        self.expand.build((input_shape[0], 1, 1, max(channels // self.ratio, 1)))
        self.built = True

    def call(self, inputs):
        s = self.pool(inputs)
        return inputs * self.expand(self.reduce(s))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"ratio": self.ratio})
        return config
