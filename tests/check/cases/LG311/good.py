"""The nested layer restored in the constructor, and by from_config."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Residual(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        if isinstance(layer, dict):
            layer = keras.saving.deserialize_keras_object(layer)
        self.layer = layer

    def build(self, input_shape):
        if not self.layer.built:
            self.layer.build(input_shape)

    def call(self, inputs):
        return keras.ops.sum(inputs, axis=-1, keepdims=True) + self.layer(inputs)

    def get_config(self):
        return {**super().get_config(), "layer": keras.saving.serialize_keras_object(self.layer)}


@keras.saving.register_keras_serializable(package="cases")
class Chain(keras.layers.Layer):
    def __init__(self, layers: list[keras.layers.Layer], **kwargs):
        super().__init__(**kwargs)
        self.blocks = list(layers)

    def build(self, input_shape):
        for block in self.blocks:
            if not block.built:
                block.build(input_shape)
            input_shape = block.compute_output_shape(input_shape)

    def call(self, inputs):
        for block in self.blocks:
            inputs = block(inputs)
        return inputs

    def get_config(self):
        layers = [keras.saving.serialize_keras_object(block) for block in self.blocks]
        return {**super().get_config(), "layers": layers}

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["layers"] = [keras.saving.deserialize_keras_object(x) for x in config["layers"]]
        return cls(**config)
