import keras
from keras import ops


@keras.saving.register_keras_serializable(package="aug")
class RandomBrightnessShift(keras.layers.Layer):
    """Adds one random offset to each image."""

    def __init__(self, factor=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.seed = seed
        self.generator = keras.random.SeedGenerator()

    def call(self, images, training=False):
        if not training:
            return images
        batch = ops.shape(images)[0]
        shift = keras.random.uniform(
            (batch, 1, 1, 1), -self.factor, self.factor, dtype=self.compute_dtype, seed=self.generator
        )
        return images + shift

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"factor": self.factor, "seed": self.seed})
        return config
