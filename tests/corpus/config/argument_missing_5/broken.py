import keras
from keras import layers


@keras.saving.register_keras_serializable(package="mobile")
class SeparableBlock(layers.Layer):
    """Depthwise then pointwise convolution, each with batch normalisation."""

    def __init__(self, filters, kernel_size=3, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.strides = strides
        self.depthwise = layers.DepthwiseConv2D(
            kernel_size,
            strides=strides,
            padding="same",
            use_bias=False,
            dtype=self.dtype_policy,
        )
        self.norm_1 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.act = layers.ReLU(max_value=6.0, dtype=self.dtype_policy)
        self.pointwise = layers.Conv2D(filters, 1, use_bias=False, dtype=self.dtype_policy)
        self.norm_2 = layers.BatchNormalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.depthwise.build(input_shape)
        shape = self.depthwise.compute_output_shape(input_shape)
        self.norm_1.build(shape)
        self.pointwise.build(shape)
        self.norm_2.build(self.pointwise.compute_output_shape(shape))
        self.built = True

    def call(self, inputs, training=None):
        x = self.depthwise(inputs)
        x = self.act(self.norm_1(x, training=training))
        x = self.pointwise(x)
        return self.act(self.norm_2(x, training=training))

    def compute_output_shape(self, input_shape):
        shape = self.depthwise.compute_output_shape(input_shape)
        return self.pointwise.compute_output_shape(shape)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "filters": self.filters,
                "kernel_size": self.kernel_size,
            }
        )
        return config
