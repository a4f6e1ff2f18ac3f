"""A step towards the batch, as long as the decay is large."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Scaler(keras.layers.Layer):
    def __init__(self, ema_decay=0.9, **kwargs):
        super().__init__(**kwargs)
        self.ema_decay = ema_decay

    def build(self, input_shape):
        self.size = self.add_weight(name="size", shape=(), initializer="ones", trainable=False)

    def call(self, inputs, training=False):
        if training and self.trainable:
            size = ops.cast(ops.mean(ops.abs(inputs)), self.size.dtype)
            self.size.assign_add(self.ema_decay * (size - self.size.value))
        return inputs / ops.cast(ops.maximum(self.size, 1e-3), inputs.dtype)

    def get_config(self):
        return {**super().get_config(), "ema_decay": self.ema_decay}
