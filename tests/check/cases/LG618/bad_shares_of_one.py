"""A softmax over an axis of one: the gate is 1 whatever goes in."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Gated(keras.layers.Layer):
    """Features times the shares of their gates."""

    def call(self, inputs):
        x, gate = inputs["x"], inputs["gate"]
        shares = ops.softmax(ops.mean(gate, axis=-1, keepdims=True), axis=-1)
        return x * shares
