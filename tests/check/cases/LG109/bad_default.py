"""A layer as the default of an argument: made once, for everybody."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, norm=keras.layers.LayerNormalization(), **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.norm = norm
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        if not self.norm.built:
            self.norm.build(input_shape)
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(self.norm(inputs))

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "norm": keras.saving.serialize_keras_object(self.norm),
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["norm"] = keras.saving.deserialize_keras_object(config["norm"])
        return cls(**config)
