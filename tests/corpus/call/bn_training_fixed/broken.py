import keras
from keras import layers


class BaseBlock(layers.Layer):
    """Shared by the blocks below: filters, config, shape."""

    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.filters)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters}


@keras.saving.register_keras_serializable(package="blocks")
class ConvBNAct(BaseBlock):
    def __init__(self, filters, **kwargs):
        super().__init__(filters, **kwargs)
        self.conv = layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn = layers.BatchNormalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv.build(input_shape)
        self.bn.build(self.compute_output_shape(input_shape))
        self.built = True

    def call(self, x, training=False):
        x = self.conv(x)
        x = self.bn(x, training=True)
        return keras.activations.relu(x)
