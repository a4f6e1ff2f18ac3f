import keras
from keras import ops


@keras.saving.register_keras_serializable(package="features")
class PolynomialExpansion(keras.layers.Layer):
    """Concatenates tanh(x), tanh(x)**2, ... up to a degree; has no weights."""

    def __init__(self, degree=2, include_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.degree = degree
        self.include_bias = include_bias
        self.supports_masking = True

    def call(self, inputs):
        x = ops.tanh(inputs)
        powers = [x]
        for _ in range(self.degree - 1):
            powers.append(powers[-1] * x)
        if self.include_bias:
            powers.insert(0, ops.ones_like(x[..., :1], dtype="float32"))
        return ops.concatenate(powers, axis=-1)

    def compute_output_shape(self, input_shape):
        width = input_shape[-1] * self.degree + int(self.include_bias)
        return tuple(input_shape[:-1]) + (width,)

    def get_config(self):
        config = super().get_config()
        config.update({"degree": self.degree, "include_bias": self.include_bias})
        return config
