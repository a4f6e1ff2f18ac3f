"""TensorFlow's generator, which Keras knows nothing of."""

import keras
import tensorflow as tf


class Noise:
    """Draws noise."""

    def like(self, tensor):
        return getattr(tf.random, "normal")(tf.shape(tensor), dtype=tensor.dtype)


@keras.saving.register_keras_serializable(package="cases")
class Disturbed(keras.layers.Layer):
    """Adds noise in training."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.noise = Noise()

    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + self.noise.like(inputs)
