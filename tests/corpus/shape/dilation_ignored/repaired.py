import keras
from keras import ops


@keras.saving.register_keras_serializable(package="tcn")
class DepthwiseTaps(keras.layers.Layer):
    def __init__(self, taps=3, dilation_rate=1, **kwargs):
        super().__init__(**kwargs)
        self.taps = taps
        self.dilation_rate = dilation_rate
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(self.taps, input_shape[-1]))
        super().build(input_shape)

    def call(self, inputs):
        reach = (self.taps - 1) * self.dilation_rate
        length = ops.shape(inputs)[1] - reach
        total = 0.0
        for k in range(self.taps):
            start = k * self.dilation_rate
            total = total + inputs[:, start : start + length] * self.kernel[k]
        return total

    def compute_output_shape(self, input_shape):
        batch, length, features = input_shape
        if length is not None:
            length = length - (self.taps - 1) * self.dilation_rate
        return (batch, length, features)

    def get_config(self):
        return {**super().get_config(), "taps": self.taps, "dilation_rate": self.dilation_rate}
