# Written by layergen 0.1.0 from frozen_and_counted.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="frozen_and_counted")
class FrozenAndCounted(keras.layers.Layer):
    """FrozenAndCounted layer.

    Args:
        units: Positive integer. Defaults to `4`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = FrozenAndCounted()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(self, units=4, **kwargs):
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
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer="glorot_uniform",
            trainable=False,
        )
        self.offset = self.add_weight(
            name="offset",
            shape=(self.units,),
            initializer="zeros",
            trainable=False,
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        axes = tuple(range(ops.ndim(inputs) - 1))
        centred = inputs - ops.mean(inputs, axis=axes, keepdims=True)
        return (
            ops.matmul(
                centred
                / (
                    ops.std(
                        inputs,
                        axis=tuple(range(ops.ndim(inputs) - 1)),
                        keepdims=True,
                    )
                    + 0.001
                ),
                self.kernel,
            )
            + self.offset
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
