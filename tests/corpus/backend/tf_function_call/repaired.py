import keras
from keras import ops


@keras.saving.register_keras_serializable(package="poly")
class Polynomial(keras.layers.Layer):
    """A learnt polynomial of each feature."""

    def __init__(self, degree=3, **kwargs):
        super().__init__(**kwargs)
        self.degree = degree
        self.supports_masking = True

    def build(self, input_shape):
        self.coefficients = self.add_weight(
            name="coefficients", shape=(self.degree + 1, input_shape[-1])
        )
        super().build(input_shape)

    def call(self, x):
        y = ops.zeros_like(x)
        for k in range(self.degree, -1, -1):
            y = y * x + self.coefficients[k]
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "degree": self.degree}
