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
        self.rng = random.Random(seed)

    def call(self, images, training=False):
        if training and self.rng.random() < self.probability:
            return ops.flip(images, axis=-1)
        return images

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "probability": self.probability,
            "seed": self.seed,
        }
