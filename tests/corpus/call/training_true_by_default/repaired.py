import keras


@keras.saving.register_keras_serializable(package="reg")
class FeatureDropout(keras.layers.Layer):
    """Drops whole features of all steps."""

    def __init__(self, rate=0.25, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        if not training or self.rate == 0:
            return inputs
        shape = keras.ops.shape(inputs)
        noise_shape = (shape[0],) + (1,) * (len(inputs.shape) - 2) + (shape[-1],)
        return keras.random.dropout(
            inputs, self.rate, noise_shape=noise_shape, seed=self.seed_generator
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
