import keras
from keras import ops


@keras.saving.register_keras_serializable(package="lin")
class Bilinear(keras.layers.Layer):
    """x1^T W x2, inputs as two arguments."""

    def __init__(self, units=4, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self._bias = use_bias

    def build(self, x_shape, y_shape):
        self.w = self.add_weight(name="w", shape=(x_shape[-1], y_shape[-1], self.units))
        self.bias = None
        if self._bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        self.built = True

    def call(self, x, y):
        out = ops.einsum("bi,iju,bj->bu", x, self.w, y)
        if self.bias is not None:
            out = out + self.bias
        return out

    def compute_output_shape(self, x_shape, y_shape):
        return (x_shape[0], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["use_bias"] = self.bias is not None
        return config
