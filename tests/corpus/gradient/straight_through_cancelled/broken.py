"""Binary activations with a straight-through estimator."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="bnn")
class BinaryDense(keras.layers.Layer):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[-1], self.units),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.built = True

    def binarize(self, w):
        hard = ops.where(w >= 0, ops.ones_like(w), -ops.ones_like(w))
        return w + ops.stop_gradient(hard) - w

    def call(self, x):
        kernel = ops.convert_to_tensor(self.kernel)
        return ops.matmul(x, self.binarize(kernel)) + self.bias

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config
