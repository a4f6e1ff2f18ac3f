"""The promise forgets padding="valid"."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="conv")
class GatedConv1D(keras.layers.Layer):
    """A convolution times the sigmoid of another one.

    Args:
        filters: int.
        kernel_size: int.
        padding: "same" or "valid".
    """

    def __init__(self, filters, kernel_size=3, padding="same", **kwargs):
        super().__init__(**kwargs)
        if padding not in ("same", "valid"):
            raise ValueError(f'`padding` must be "same" or "valid". Received: padding={padding!r}')
        self.filters = filters
        self.kernel_size = kernel_size
        self.padding = padding
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        for name in ("value_kernel", "gate_kernel"):
            kernel = self.add_weight(
                name=name, shape=(self.kernel_size, input_shape[-1], self.filters)
            )
            setattr(self, name, kernel)
        super().build(input_shape)

    def _conv(self, inputs, kernel):
        return ops.conv(inputs, kernel, padding=self.padding, data_format="channels_last")

    def call(self, inputs):
        return self._conv(inputs, self.value_kernel) * ops.sigmoid(
            self._conv(inputs, self.gate_kernel)
        )

    def compute_output_shape(self, input_shape):
        batch, length, _ = input_shape
        return (batch, length, self.filters)

    def get_config(self):
        return {
            **super().get_config(),
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "padding": self.padding,
        }
