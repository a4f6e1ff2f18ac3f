"""Any layer may be given, and whatever it was, a Dense comes back."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Residual(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def build(self, input_shape):
        self.layer.build(input_shape)
        self.built = True

    def call(self, inputs):
        return inputs + self.layer(inputs)

    def get_config(self):
        return {**super().get_config(), "layer": self.layer.get_config()}

    @classmethod
    def from_config(cls, config):
        return cls(**{**config, "layer": keras.layers.Dense.from_config(config["layer"])})
