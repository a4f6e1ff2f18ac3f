import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norm")
class UnitNorm(keras.layers.Layer):
    def __init__(self, axis=-1, order=2.0, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.order = order
        self.supports_masking = True

    def call(self, inputs):
        powers = ops.power(ops.abs(inputs) + 1e-3, self.order)
        norm = ops.power(ops.sum(powers, axis=-1, keepdims=True), 1.0 / self.order)
        return inputs / norm

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["order"] = self.order
        return config
