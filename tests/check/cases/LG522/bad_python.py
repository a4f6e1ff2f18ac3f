"""Python's random module decides by how much to scale."""

import keras

random = __import__("random")
PICK = {"scale": lambda: 0.5 + random.random()}


@keras.saving.register_keras_serializable(package="cases")
class ScaleSometimes(keras.layers.Layer):
    """Scales by a random number in training."""

    def call(self, inputs, training=False):
        if training:
            return inputs * PICK["scale"]()
        return inputs
