"""The weight of a loss, which nothing but the loss shows."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Sparse(keras.layers.Layer):
    def __init__(self, penalty=0.1, **kwargs):
        super().__init__(**kwargs)
        self.penalty = penalty

    def call(self, inputs):
        outputs = ops.relu(inputs)
        self.add_loss(self.penalty * ops.mean(outputs))
        return outputs

    def get_config(self):
        return super().get_config()
