import random

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="aug")
class RandomChannelSwap(keras.layers.Layer):
    """Flips the channel order of images with a given probability."""

    def __init__(self, probability=0.5, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.probability = probability
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, images, training=False):
        if not training:
            return images
        shape = (ops.shape(images)[0],) + (1,) * (len(images.shape) - 1)
        coin = keras.random.uniform(
            shape, dtype="float32", seed=self.seed_generator
        )
        return ops.where(
            coin < self.probability, ops.flip(images, axis=-1), images
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "probability": self.probability,
            "seed": self.seed,
        }
