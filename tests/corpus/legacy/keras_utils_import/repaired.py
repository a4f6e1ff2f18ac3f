import keras
from keras import ops


def conv_length(length, size, stride):
    if length is None:
        return None
    return (length - size) // stride + 1


@keras.saving.register_keras_serializable(package="port")
class StridedMean(keras.layers.Layer):
    def __init__(self, size=2, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.stride = stride

    def call(self, x):
        return ops.average_pool(x, self.size, self.stride, padding="valid")

    def compute_output_shape(self, input_shape):
        length = conv_length(input_shape[1], self.size, self.stride)
        return (input_shape[0], length, input_shape[2])

    def get_config(self):
        config = super().get_config()
        config.update({"size": self.size, "stride": self.stride})
        return config
