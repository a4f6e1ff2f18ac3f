import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="tts")
class Conv1DGLU(layers.Layer):
    """Causal convolution with a gated linear unit; masked steps are silenced first."""

    def __init__(
        self,
        filters,
        kernel_size,
        dilation_rate=1,
        kernel_regularizer=None,
        activity_regularizer=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.dilation_rate = dilation_rate
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.supports_masking = True
        self.conv = layers.Conv1D(
            2 * filters,
            kernel_size,
            padding="causal",
            dilation_rate=dilation_rate,
            kernel_regularizer=self.kernel_regularizer,
            dtype=self.dtype_policy,
        )

    def build(self, input_shape):
        self.conv.build(input_shape)
        self.built = True

    def call(self, inputs, mask=None):
        if mask is not None:
            silent = ops.zeros_like(inputs)
            inputs = ops.where(ops.expand_dims(mask, axis=-1), inputs, silent)
        value, gate = ops.split(self.conv(inputs), 2, axis=-1)
        return value * ops.sigmoid(gate)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.filters)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "filters": self.filters,
                "kernel_size": self.kernel_size,
                "dilation_rate": self.dilation_rate,
                "kernel_regularizer": keras.regularizers.serialize(self.kernel_regularizer),
            }
        )
        return config
