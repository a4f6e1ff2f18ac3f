import keras
from keras import ops


@keras.saving.register_keras_serializable(package="reg")
class FeatureNoise(keras.layers.Layer):
    """Multiplicative noise `1 + stddev * n` on each feature."""

    def __init__(self, stddev=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed = seed
        self.generator = keras.random.SeedGenerator()

    def call(self, inputs, training=False):
        if not training:
            return inputs
        noise = keras.random.normal(
            ops.shape(inputs), 1.0, self.stddev, dtype=inputs.dtype,
            seed=self.generator,
        )
        return inputs * noise

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(), "stddev": self.stddev, "seed": self.seed
        }
