# Written by layergen 0.1.0 from sizes_required.yaml
import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sizes_required")
class SizesRequired(keras.layers.Layer):
    """Conditions over sizes, known when the layer is made and when it is built.

    Args:
        units: Positive integer. Defaults to `6`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., half)`.

    Example:

    >>> layer = SizesRequired()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.half = units // 2
        if self.half % 3 != 0:
            raise ValueError(
                f"`half` must be divisible by 3. Received: half={self.half}"
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
        self.levels = int(math.log2(features))
        if 2**self.levels != features:
            raise ValueError(
                "`2 ** levels == features` must hold. Received: "
                f"levels={self.levels}, features={features}"
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.half),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        y = ops.matmul(inputs, self.kernel)
        for level in range(self.levels):
            y = y / 2
        return y

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.half)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
