"""Nested objects serialised and restored."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Residual(keras.layers.Layer):
    def __init__(self, layer, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.layer = layer
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        if not self.layer.built:
            self.layer.build(input_shape)

    def call(self, inputs):
        outputs = keras.ops.sum(inputs, axis=-1, keepdims=True) + self.layer(inputs)
        return self.activation(outputs)

    def get_config(self):
        return {
            **super().get_config(),
            "layer": keras.saving.serialize_keras_object(self.layer),
            "activation": keras.activations.serialize(self.activation),
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["layer"] = keras.saving.deserialize_keras_object(config["layer"])
        return cls(**config)
