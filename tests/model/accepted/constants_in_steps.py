# Written by layergen 0.1.0 from constants_in_steps.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="constants_in_steps")
class ConstantsInSteps(keras.layers.Layer):
    """Constants computed from others, of whole numbers, truths and floats, in
    `call` and in initial values.

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, features)`.

    Output shape:
        y: `(batch, units)`.
        code: `(batch,)` of int32.

    Example:

    >>> layer = ConstantsInSteps(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y, code = layer(x)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        inside = np.arange(features)
        outside = np.arange(self.units) * 2
        self.allowed = outside[None, :] >= inside[:, None]
        self.powers = 2**inside
        spread = np.sqrt(inside + 1.0)
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=keras.initializers.Constant(
                self.allowed / (features + 1)
            ),
        )
        self.scale = self.add_weight(
            name="scale",
            shape=(features,),
            initializer=keras.initializers.Constant(spread),
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        y = ops.matmul(
            inputs * self.scale,
            self.kernel * ops.cast(self.allowed, self.compute_dtype),
        )
        code = ops.sum(
            ops.cast(inputs > 0, "int32") * ops.cast(self.powers, "int32"),
            axis=-1,
        )
        return y, code

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units), (input_shape[0],)

    def compute_output_spec(self, inputs):
        y_shape, code_shape = self.compute_output_shape(inputs.shape)
        return (
            keras.KerasTensor(y_shape, dtype=self.compute_dtype),
            keras.KerasTensor(code_shape, dtype="int32"),
        )

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
