import keras
from keras import ops


@keras.saving.register_keras_serializable(package="seq")
class TemporalConvBlock(keras.layers.Layer):
    """A causal convolution with a residual connection (Bai et al., 2018)."""

    def __init__(self, filters=8, kernel_size=3, dilation=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.dilation = dilation
        self.conv = keras.layers.Conv1D(
            filters, kernel_size, padding="causal", dilation_rate=dilation, dtype=self.dtype_policy
        )
        self.skip = keras.layers.Conv1D(filters, 1, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv.build(input_shape)
        self.skip.build(input_shape)
        self.built = True

    def call(self, x):
        return ops.relu(self.conv(x)) + self.skip(x)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.filters)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "filters": self.filters,
                "kernel_size": self.kernel_size,
                "dilation": self.dilation,
            }
        )
        return config
