import keras
from keras import layers


@keras.saving.register_keras_serializable(package="mlp")
class Mixer(layers.Layer):
    """Dense, norm, Dense back. `ratio` widens what is between."""

    def __init__(self, ratio=1, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.widen = layers.Dense(features * self.ratio, activation="gelu", dtype=self.dtype_policy)
        self.narrow = layers.Dense(features, dtype=self.dtype_policy)
        wide = (*input_shape[:-1], features * self.ratio)
        self.widen.build(input_shape)
        self.norm.build(wide)
        self.narrow.build(wide)
        super().build(input_shape)

    def call(self, inputs):
        return inputs + self.narrow(self.norm(self.widen(inputs)))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "ratio": self.ratio}
