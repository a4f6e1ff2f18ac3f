"""The temperature is a weight that moves in training."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class AnnealedSoftmax(keras.layers.Layer):
    """A softmax that grows sharper as training goes on."""

    def __init__(self, temperature=2.0, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature

    def build(self, input_shape):
        self.current = self.add_weight(
            name="current",
            shape=(),
            initializer=keras.initializers.Constant(self.temperature),
            trainable=False,
        )

    def call(self, inputs, training=False):
        if training:
            self.current.assign(self.current * 0.9)
        return ops.softmax(inputs / self.current, axis=-1)
