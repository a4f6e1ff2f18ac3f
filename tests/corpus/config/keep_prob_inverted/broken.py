import keras


@keras.saving.register_keras_serializable(package="reg")
class ChannelDrop(keras.layers.Layer):
    """Drops whole channels of an image, channels last."""

    def __init__(self, rate=0.3, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.keep = 1.0 - rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training or self.keep >= 1.0:
            return inputs
        shape = keras.ops.shape(inputs)
        noise = (shape[0],) + (1,) * (len(shape) - 2) + (shape[-1],)
        return keras.random.dropout(
            inputs, 1.0 - self.keep, noise_shape=noise, seed=self.seed_generator
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.keep, "seed": self.seed})
        return config
