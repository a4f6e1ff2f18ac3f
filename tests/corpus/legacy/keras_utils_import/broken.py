import keras
from keras import ops
from keras.utils import conv_utils


@keras.saving.register_keras_serializable(package="port")
class StridedMean(keras.layers.Layer):
    def __init__(self, size=2, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.stride = stride

    def call(self, x):
        return ops.average_pool(x, self.size, self.stride, padding="valid")

    def compute_output_shape(self, input_shape):
        length = conv_utils.conv_output_length(input_shape[1], self.size, "valid", self.stride)
        return (input_shape[0], length, input_shape[2])

    def get_config(self):
        config = super().get_config()
        config.update({"size": self.size, "stride": self.stride})
        return config
