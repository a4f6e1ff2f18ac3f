"""A loss added in build is gone when training asks for it."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Penalised(keras.layers.Layer):
    """A scale that is held near one."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")
        self.add_loss(ops.sum(ops.square(self.scale - 1.0)))

    def call(self, inputs):
        return inputs * self.scale
