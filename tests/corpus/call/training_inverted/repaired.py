import keras


@keras.saving.register_keras_serializable(package="noise")
class MultiplicativeNoise(keras.layers.Layer):
    """Multiplies by Gaussian noise around one, while training only."""

    def __init__(self, stddev=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        if not training:
            return inputs
        noise = keras.random.normal(
            keras.ops.shape(inputs), 1.0, self.stddev, dtype=self.compute_dtype, seed=self.seed_generator
        )
        return inputs * noise

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev, "seed": self.seed}
