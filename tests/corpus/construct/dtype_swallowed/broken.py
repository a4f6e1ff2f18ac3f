import keras
from keras import ops


@keras.saving.register_keras_serializable(package="tab")
class FeatureScaler(keras.layers.Layer):
    """Learned scale and shift for each feature."""

    def __init__(self, center=True, dtype="float32", **kwargs):
        super().__init__(**kwargs)
        self.center = center

    def build(self, input_shape):
        dim = input_shape[-1]
        self.scale = self.add_weight(name="scale", shape=(dim,), initializer="ones")
        if self.center:
            self.shift = self.add_weight(name="shift", shape=(dim,), initializer="zeros")
        super().build(input_shape)

    def call(self, x):
        x = x * self.scale
        if self.center:
            x = x + self.shift
        return x

    def get_config(self):
        return {**super().get_config(), "center": self.center}
