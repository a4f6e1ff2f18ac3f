# Written by layergen 0.1.0 from measured_in_call.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="measured_in_call")
class MeasuredInCall(keras.layers.Layer):
    """MeasuredInCall layer.

    Args:
        pool: Integer. Defaults to `2`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time // pool, features)`.

    Example:

    >>> layer = MeasuredInCall()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, pool=2, **kwargs):
        super().__init__(**kwargs)
        if type(pool) is not int:
            raise ValueError(
                f"`pool` must be an integer. Received: pool={pool}"
            )
        self.pool = pool
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        time = ops.shape(inputs)[1]
        features = ops.shape(inputs)[-1]
        length = time // self.pool
        return ops.matmul(
            ops.mean(
                ops.reshape(
                    inputs[:, : length * self.pool],
                    (batch, length, self.pool, features),
                ),
                axis=2,
            ),
            self.kernel,
        )

    def compute_output_shape(self, input_shape):
        time = input_shape[1]
        return (
            input_shape[0],
            None if time is None else time // self.pool,
            input_shape[2],
        )

    def get_config(self):
        config = {"pool": self.pool}
        return {**super().get_config(), **config}
