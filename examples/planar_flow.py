# Written by layergen 0.1.0 from planar_flow.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="planar_flow")
class PlanarFlow(keras.layers.Layer):
    """Pushes points along one direction, with the log-determinant of the map.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, features)`.

    Output shape:
        y: `(batch, features)`.
        log_determinant: `(batch,)`.

    Example:

    >>> layer = PlanarFlow()
    >>> z = keras.random.normal((2, 8))
    >>> y, log_determinant = layer(z)

    References:

    - [Rezende and Mohamed, 2015](https://arxiv.org/abs/1505.05770)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        features = input_shape[-1]
        self.direction = self.add_weight(
            name="direction", shape=(features,), initializer="random_normal"
        )
        self.normal_vector = self.add_weight(
            name="normal_vector", shape=(features,), initializer="random_normal"
        )
        self.bias = self.add_weight(name="bias", shape=(), initializer="zeros")
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        inner = ops.sum(self.direction * self.normal_vector)
        # Kept above -1, so that the map stays invertible.
        forward = self.direction + (
            ops.softplus(inner) - 1 - inner
        ) * self.normal_vector / (
            ops.sum(ops.square(self.normal_vector)) + 1e-6
        )
        bend = ops.tanh(ops.matmul(inputs, self.normal_vector) + self.bias)
        y = inputs + bend[:, None] * forward
        log_determinant = ops.log(
            ops.abs(
                1
                + (1 - ops.square(bend)) * ops.sum(self.normal_vector * forward)
            )
            + 1e-6
        )
        return y, log_determinant

    def compute_output_shape(self, input_shape):
        return input_shape, (input_shape[0],)
