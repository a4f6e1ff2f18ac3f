# Written by layergen 0.1.0 from radial_basis.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="radial_basis")
class RadialBasis(keras.layers.Layer):
    """Gaussian bumps around learned centres, each with its own width.

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = RadialBasis(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - Broomhead and Lowe, 1988, Complex Systems 2
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.centers = self.add_weight(
            name="centers",
            shape=(self.units, features),
            initializer="random_normal",
        )
        self.log_width = self.add_weight(
            name="log_width", shape=(self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.exp(
            -ops.sum(ops.square(inputs[..., None, :] - self.centers), axis=-1)
            * ops.exp(-2 * self.log_width)
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
