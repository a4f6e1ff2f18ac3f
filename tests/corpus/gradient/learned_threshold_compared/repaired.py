import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sparse")
class LearnedThreshold(keras.layers.Layer):
    """Keeps features above a learned threshold, per channel."""

    def __init__(self, sharpness=10.0, **kwargs):
        super().__init__(**kwargs)
        self.sharpness = sharpness

    def build(self, input_shape):
        self.threshold = self.add_weight(
            name="threshold", shape=(input_shape[-1],), initializer="zeros"
        )
        self.built = True

    def call(self, inputs):
        keep = ops.sigmoid(self.sharpness * (inputs - self.threshold))
        return inputs * keep

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["sharpness"] = self.sharpness
        return config
