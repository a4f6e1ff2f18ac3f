import keras


@keras.saving.register_keras_serializable(package="up")
class UpBlock(keras.layers.Layer):
    """Doubles a sequence's length with a transposed convolution."""

    def __init__(self, filters, kernel_size=4, padding="same", **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.padding = padding
        self.conv = keras.layers.Conv1DTranspose(
            filters, kernel_size, strides=2, padding=padding, dtype=self.dtype_policy
        )

    def build(self, input_shape):
        self.conv.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        return keras.ops.relu(self.conv(inputs))

    def compute_output_shape(self, input_shape):
        batch, length, _ = input_shape
        return (batch, None if length is None else 2 * length, self.filters)

    def get_config(self):
        return {
            **super().get_config(),
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "padding": self.padding,
        }
