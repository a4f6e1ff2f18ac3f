import keras
from keras import ops


@keras.saving.register_keras_serializable(package="se")
class SqueezeExcite1D(keras.layers.Layer):
    """Squeeze-and-excitation over `(batch, time, channels)`."""

    def __init__(self, ratio=2, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio

    def build(self, input_shape):
        channels = input_shape[-1]
        hidden = max(1, channels // self.ratio)
        self.w1 = self.add_weight(name="w1", shape=(channels, hidden))
        self.w2 = self.add_weight(name="w2", shape=(hidden, channels))
        super().build(input_shape)

    def call(self, x):
        s = x.mean(dim=1)
        s = ops.relu(ops.matmul(s, self.w1))
        s = ops.sigmoid(ops.matmul(s, self.w2)).unsqueeze(1)
        return x * s

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "ratio": self.ratio}
