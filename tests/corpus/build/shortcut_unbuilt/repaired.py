import keras
from keras import layers


@keras.saving.register_keras_serializable(package="resnet")
class ResidualUnit(layers.Layer):
    """Two 3x3 convolutions and a shortcut, which is projected where the number of channels changes."""

    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.stride = stride
        policy = self.dtype_policy
        self.conv1 = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False, dtype=policy)
        self.bn1 = layers.BatchNormalization(dtype=policy)
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=policy)
        self.bn2 = layers.BatchNormalization(dtype=policy)
        self.projection = None

    def build(self, input_shape):
        inner = (*self.conv1.compute_output_shape(input_shape),)
        self.conv1.build(input_shape)
        self.bn1.build(inner)
        self.conv2.build(inner)
        self.bn2.build(inner)
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.projection = layers.Conv2D(
                self.filters, 1, strides=self.stride, dtype=self.dtype_policy, name="projection"
            )
            self.projection.build(input_shape)
        self.built = True

    def call(self, inputs, training=None):
        x = self.conv1(inputs)
        x = keras.ops.relu(self.bn1(x, training=training))
        x = self.bn2(self.conv2(x), training=training)
        shortcut = inputs if self.projection is None else self.projection(inputs)
        return keras.ops.relu(x + shortcut)

    def compute_output_shape(self, input_shape):
        return self.conv1.compute_output_shape(input_shape)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "stride": self.stride}
