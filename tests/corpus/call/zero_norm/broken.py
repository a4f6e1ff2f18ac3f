import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cosine")
class CosineLogits(keras.layers.Layer):
    """Cosine of the input to each of `classes` learnt directions."""

    def __init__(self, classes=5, scale=16.0, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.scale = scale
        self.supports_masking = True

    def build(self, input_shape):
        self.directions = self.add_weight(name="directions", shape=(input_shape[-1], self.classes))
        super().build(input_shape)

    def call(self, x):
        x = x / ops.sqrt(ops.sum(ops.square(x), axis=-1, keepdims=True))
        w = self.directions / ops.sqrt(ops.sum(ops.square(self.directions), axis=0))
        return self.scale * ops.matmul(x, w)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.classes)

    def get_config(self):
        return {**super().get_config(), "classes": self.classes, "scale": self.scale}
