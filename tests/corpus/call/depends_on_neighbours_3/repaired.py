import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="style_transfer")
class AdaptiveInstanceNorm(layers.Layer):
    """Normalises an image for each channel, then scales it by a style vector.

    Call arguments:
        inputs: Dict with "content" `(batch, height, width, channels)` and
            "style" `(batch, features)`.
    """

    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        channels = input_shape["content"][-1]
        self.to_scale = layers.Dense(2 * channels, dtype=self.dtype_policy)
        self.to_scale.build(input_shape["style"])
        self.built = True

    def call(self, inputs):
        content = inputs["content"]
        wide = ops.cast(content, "float32")
        mean, variance = ops.moments(wide, axes=(1, 2), keepdims=True)
        normal = (wide - mean) * ops.rsqrt(variance + self.epsilon)
        normal = ops.cast(normal, content.dtype)
        both = self.to_scale(inputs["style"])[:, None, None, :]
        scale, shift = ops.split(both, 2, axis=-1)
        return normal * (1.0 + scale) + shift

    def compute_output_shape(self, input_shape):
        return input_shape["content"]

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
