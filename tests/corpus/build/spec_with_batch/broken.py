import keras
from keras import ops
from keras.layers import InputSpec, Layer


@keras.saving.register_keras_serializable(package="affine")
class Affine(Layer):
    """y = x * gamma + beta, per feature."""

    def __init__(self, **kwargs):
        super(Affine, self).__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        dim = input_shape[-1]
        self.gamma = self.add_weight(shape=(dim,), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(dim,), initializer="zeros", name="beta")
        self.input_spec = InputSpec(shape=tuple(input_shape))
        super(Affine, self).build(input_shape)

    def call(self, x):
        return ops.add(ops.multiply(x, self.gamma), self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape
