import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="tcn")
class GatedTemporalBlock(layers.Layer):
    """WaveNet-like block: filter and gate convolutions, residual and skip.

    Returns a list `[residual, skip]`.
    """

    def __init__(self, filters=8, kernel_size=3, dilation=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.dilation = dilation
        options = dict(
            kernel_size=kernel_size, dilation_rate=dilation, padding="causal",
            dtype=self.dtype_policy,
        )
        self.filter_conv = layers.Conv1D(filters, name="filter", **options)
        self.gate_conv = layers.Conv1D(filters, name="gate", **options)
        self.res_conv = layers.Conv1D(
            filters, 1, name="res", dtype=self.dtype_policy
        )
        self.skip_conv = layers.Conv1D(
            filters, 1, name="skip", dtype=self.dtype_policy
        )
        self.match = layers.Conv1D(
            filters, 1, name="match", dtype=self.dtype_policy
        )

    def build(self, input_shape):
        hidden = (*input_shape[:-1], self.filters)
        self.filter_conv.build(input_shape)
        self.gate_conv.build(input_shape)
        self.match.build(input_shape)
        self.res_conv.build(hidden)
        self.skip_conv.build(hidden)
        self.built = True

    def call(self, inputs):
        f = ops.tanh(self.filter_conv(inputs))
        g = ops.sigmoid(self.gate_conv(inputs))
        h = f * g
        return [self.match(inputs) + self.res_conv(h), self.skip_conv(h)]

    def compute_output_shape(self, input_shape):
        shape = (*input_shape[:-1], self.filters)
        return [shape, shape]

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
