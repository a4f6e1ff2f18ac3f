import keras
from keras import ops


class _Projection(keras.layers.Layer):
    def __init__(self, dim=8, **kwargs):
        self.dim = dim
        self.options = kwargs

    def build(self, input_shape):
        self.proj = self.add_weight(
            name="proj", shape=(input_shape[-1], self.dim), initializer="orthogonal"
        )
        self.built = True

    def get_config(self):
        config = super().get_config()
        config["dim"] = self.dim
        return config


@keras.saving.register_keras_serializable(package="metric")
class CosineProjection(_Projection):
    """Projects and normalises to the unit sphere."""

    def call(self, inputs):
        z = ops.matmul(inputs, self.proj)
        norm = ops.sqrt(ops.sum(ops.square(z), axis=-1, keepdims=True))
        return z / ops.maximum(norm, 1e-3)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.dim,)
