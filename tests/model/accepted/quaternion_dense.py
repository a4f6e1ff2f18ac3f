# Written by layergen 0.1.0 from quaternion_dense.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="quaternion_dense")
class QuaternionDense(keras.layers.Layer):
    """QuaternionDense layer.

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., 4 * (units // 4))`.

    Example:

    >>> layer = QuaternionDense(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if units % 4 != 0:
            raise ValueError(
                f"`units` must be divisible by 4. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if features % 4 != 0:
            raise ValueError(
                "`features` must be divisible by 4. Received: "
                f"features={features}"
            )
        self.r = self.add_weight(
            name="r",
            shape=(features // 4, self.units // 4),
            initializer="glorot_uniform",
        )
        self.i = self.add_weight(
            name="i",
            shape=(features // 4, self.units // 4),
            initializer="glorot_uniform",
        )
        self.j = self.add_weight(
            name="j",
            shape=(features // 4, self.units // 4),
            initializer="glorot_uniform",
        )
        self.k = self.add_weight(
            name="k",
            shape=(features // 4, self.units // 4),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        top = ops.concatenate([self.r, self.i, self.j, self.k], axis=-1)
        second = ops.concatenate([-self.i, self.r, -self.k, self.j], axis=-1)
        third = ops.concatenate([-self.j, self.k, self.r, -self.i], axis=-1)
        fourth = ops.concatenate([-self.k, -self.j, self.i, self.r], axis=-1)
        return ops.matmul(
            inputs, ops.concatenate([top, second, third, fourth], axis=0)
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 4 * (self.units // 4))

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
