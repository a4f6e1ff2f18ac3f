import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="spectral")
class NormBoundedDense(keras.layers.Layer):
    """Dense layer whose kernel is rescaled to a bounded Frobenius norm."""

    def __init__(self, units=6, bound=2.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.bound = bound

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(int(input_shape[-1]), self.units)
        )
        super().build(input_shape)

    def call(self, inputs):
        kernel = ops.convert_to_tensor(self.kernel)
        norm = ops.sqrt(ops.sum(ops.square(kernel)))
        kernel = kernel * ops.minimum(1.0, self.bound / norm)
        return ops.matmul(inputs, kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units, "bound": self.bound}
        return {**super().get_config(), **config}
