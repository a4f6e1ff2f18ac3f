"""The sublayer itself in the config."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Residual(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def build(self, input_shape):
        if not self.layer.built:
            self.layer.build(input_shape)

    def call(self, inputs):
        return keras.ops.sum(inputs, axis=-1, keepdims=True) + self.layer(inputs)

    def get_config(self):
        return {**super().get_config(), "layer": self.layer}
