import keras
from keras import ops


def fake_quant(x, bits):
    levels = 2.0**bits - 1.0
    low = ops.min(x)
    scale = (ops.max(x) - low) / levels
    scale = ops.where(scale > 0, scale, ops.ones_like(scale))
    quantized = ops.round((x - low) / scale) * scale + low
    return x + ops.stop_gradient(quantized - x)


@keras.saving.register_keras_serializable(package="qat")
class QuantConv(keras.layers.Layer):
    """Conv2D whose kernel is fake-quantized on the fly.

    Input shape: `(batch, height, width, channels)`.
    """

    def __init__(self, filters=8, kernel_size=3, bits=4, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.bits = bits
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(
                self.kernel_size, self.kernel_size, input_shape[-1],
                self.filters,
            ),
            initializer="he_normal",
        )
        self.built = True

    def call(self, images):
        kernel = fake_quant(ops.convert_to_tensor(self.kernel), self.bits)
        return ops.conv(
            images, kernel, padding="same", data_format="channels_last"
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.filters)

    def get_config(self):
        return {
            **super().get_config(),
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "bits": self.bits,
        }
