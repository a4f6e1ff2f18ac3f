"""A loss added in the constructor."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Penalised(keras.layers.Layer):
    """Twice the input; asks for a loss too early."""

    def __init__(self, strength=0.1, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength
        self.add_loss(ops.convert_to_tensor(strength))

    def call(self, inputs):
        return inputs * 2.0
