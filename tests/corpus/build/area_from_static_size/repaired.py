import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vision")
class SpatialGate(keras.layers.Layer):
    """Rescales channels by their spatial mean.

    Input shape:
        4D tensor `(batch, height, width, channels)`.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=(channels, channels))
        super().build(input_shape)

    def call(self, inputs):
        pooled = ops.mean(inputs, axis=(1, 2), keepdims=True)
        return inputs * ops.sigmoid(ops.matmul(pooled, self.kernel))

    def compute_output_shape(self, input_shape):
        return input_shape
