import keras
from keras import ops


class Base(keras.layers.Layer):
    """What all our layers share: a name and a debug flag."""

    def __init__(self, name=None, debug=False, **kwargs):
        super().__init__(name=name, **kwargs)
        self.debug = debug

    def get_config(self):
        config = super().get_config()
        config["debug"] = self.debug
        return config


@keras.saving.register_keras_serializable(package="core")
class Affine(Base):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(input_shape[-1], self.units))
        self.b = self.add_weight(name="b", shape=(self.units,), initializer="zeros")
        super().build(input_shape)

    def call(self, inputs):
        y = ops.matmul(inputs, self.w) + self.b
        if self.debug:
            y = ops.clip(y, -1e4, 1e4)
        return y

    def compute_output_shape(self, input_shape):
        return input_shape[:-1] + (self.units,)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config
