# Written by layergen 0.1.0 from bilinear.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="bilinear")
class Bilinear(keras.layers.Layer):
    """A bilinear form of two inputs for each unit.

    Args:
        units: Positive integer. Size of the last axis of the output.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        a: Tensor.
        b: Tensor.

    Input shape:
        a: `(batch, ..., left)`.
        b: `(batch, ..., right)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = Bilinear(units=4)
    >>> a = keras.random.normal((2, 5))
    >>> b = keras.random.normal((2, 8))
    >>> y = layer(a, b)

    References:

    - Tenenbaum & Freeman, 2000, Separating style and content with bilinear
      models; torch.nn.Bilinear
    """

    def __init__(
        self,
        units,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, a_shape, b_shape):
        left = a_shape[-1]
        right = b_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(left, right, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: left})
        self.built = True

    def call(self, a, b):
        return ops.einsum("...l,...r,lru->...u", a, b, self.kernel) + self.bias

    def compute_output_shape(self, a_shape, b_shape):
        return (*a_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
            "kernel_regularizer": keras.regularizers.serialize(
                self.kernel_regularizer
            ),
            "kernel_constraint": keras.constraints.serialize(
                self.kernel_constraint
            ),
        }
        return {**super().get_config(), **config}
