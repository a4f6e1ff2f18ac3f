import keras
from keras import ops


@keras.saving.register_keras_serializable(package="phys")
class FourierFeatures(keras.layers.Layer):
    def __init__(self, num_features: int = 8, scale: float = 1.0, **kwargs):
        super().__init__(**kwargs)
        self.num_features = num_features
        self.scale = scale

    def build(self, input_shape):
        self.freqs = self.add_weight(
            name="freqs",
            shape=(input_shape[-1], self.num_features),
            initializer=keras.initializers.RandomNormal(stddev=self.scale),
            trainable=False,
        )
        super().build(input_shape)

    def call(self, coords):
        z = ops.matmul(coords, self.freqs)
        return ops.concatenate([ops.sin(z), ops.cos(z)], axis=-1)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (2 * self.num_features,)

    def get_config(self):
        config = super().get_config()
        config.update({"num_features": self.num_features, "scale": self.scale})
        return config
