"""Applies relu whatever activation says."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Gate(keras.layers.Layer):
    def __init__(self, units=4, activation=None, gate_activation="sigmoid", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.gate_activation = keras.activations.get(gate_activation)
        self.dense = keras.layers.Dense(units)
        self.gate = keras.layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.gate.build(input_shape)

    def call(self, inputs):
        return self.activation(self.dense(inputs)) * ops.sigmoid(self.gate(inputs))

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "gate_activation": keras.activations.serialize(self.gate_activation),
        }
