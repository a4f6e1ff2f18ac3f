# Written by layergen 0.1.0 from defaults_of_arg.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="defaults_of_arg")
class DefaultsOfArg(keras.layers.Layer):
    """Words for the initializer, the regularizer and the constraint of a weight
    with `arg` are the arguments' defaults.

    Args:
        units: Positive integer.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"he_normal"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
            Defaults to `"l2"`.
        kernel_constraint: Constraint function for the `kernel` weight. Defaults
            to `"unit_norm"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = DefaultsOfArg(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(
        self,
        units,
        kernel_initializer="he_normal",
        kernel_regularizer="l2",
        kernel_constraint="unit_norm",
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

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

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
