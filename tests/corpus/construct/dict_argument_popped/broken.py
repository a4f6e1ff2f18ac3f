import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="conv")
class ConvUnit(layers.Layer):
    def __init__(self, filters=8, conv_options=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv_options = conv_options or {"kernel_size": 3, "strides": 1}
        size = self.conv_options.pop("kernel_size", 3)
        self.conv = layers.Conv2D(
            filters, size, padding="same", dtype=self.dtype_policy, **self.conv_options
        )

    def build(self, input_shape):
        self.conv.build(input_shape)
        self.built = True

    def call(self, inputs):
        return ops.relu(self.conv(inputs))

    def compute_output_shape(self, input_shape):
        return self.conv.compute_output_shape(input_shape)

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        config["conv_options"] = dict(self.conv_options)
        return config
