import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class SpatialSoftmax(keras.layers.Layer):
    """Softmax over the pixels of each channel (Levine et al., 2016)."""

    def __init__(self, temperature=1.0, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature

    def call(self, feature_maps):
        _, h, w, c = feature_maps.shape
        flat = ops.reshape(feature_maps, (-1, h * w, c)) / self.temperature
        a = ops.softmax(flat, axis=1)
        return ops.reshape(a, (-1, h, w, c))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["temperature"] = self.temperature
        return config
