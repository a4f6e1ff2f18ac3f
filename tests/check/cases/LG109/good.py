"""Each instance has its own sublayers; constants of the class may be shared."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    factors = [1.0, 2.0]
    shared_activation = staticmethod(keras.activations.relu)

    def __init__(self, units=4, norm=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.norm = keras.layers.LayerNormalization() if norm is None else norm
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        if not self.norm.built:
            self.norm.build(input_shape)
        self.dense.build(input_shape)

    def call(self, inputs):
        return sum(self.factors) * self.shared_activation(self.dense(self.norm(inputs)))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

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
