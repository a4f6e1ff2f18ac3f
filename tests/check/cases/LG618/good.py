"""One tensor is asked for its shape, another for what training compares with."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Like(keras.layers.Layer):
    """The first tensor in the shape of the second."""

    def call(self, inputs):
        x, like = inputs
        return ops.broadcast_to(x, ops.shape(like))


@keras.saving.register_keras_serializable(package="cases")
class Compared(keras.layers.Layer):
    """Passes its input on; in training the distance to the target is a loss."""

    def call(self, inputs, target, training=False):
        if training:
            self.add_loss(ops.mean(ops.square(inputs - target)))
        return inputs
