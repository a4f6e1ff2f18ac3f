from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="highways")
class Highway(keras.layers.Layer):
    """Lets part of the input pass unchanged (Srivastava et al., 2015)."""

    def __init__(
        self,
        activation: str = "relu",
        carry_bias: float = -2.0,
        name: str | None = None,
        **kwargs,
    ) -> None:
        super().__init__(name=name, **kwargs)
        self.activation = keras.activations.get(activation)
        self.carry_bias = carry_bias
        self.supports_masking = True

    def build(self, input_shape) -> None:
        dim = input_shape[-1]
        self.transform = keras.layers.Dense(
            dim,
            activation=self.activation,
            dtype=self.dtype_policy,
            name="transform",
        )
        self.gate = keras.layers.Dense(
            dim,
            activation="sigmoid",
            bias_initializer=keras.initializers.Constant(self.carry_bias),
            dtype=self.dtype_policy,
            name="gate",
        )
        self.transform.build(input_shape)
        self.gate.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        t = self.gate(inputs)
        return t * self.transform(inputs) + (1.0 - t) * inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {
            **super().get_config(),
            "activation": keras.activations.serialize(self.activation),
            "carry_bias": self.carry_bias,
        }
