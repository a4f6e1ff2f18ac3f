import keras
from keras import ops


class FeatureLayer(keras.layers.Layer):
    """Base of the layers here: works on the last axis and keeps the shape."""

    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.supports_masking = True

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}


@keras.saving.register_keras_serializable(package="feature_layers")
class Standardize(FeatureLayer):
    """Zero mean and unit variance over the last axis, then a learned power of it."""

    def __init__(self, sharpness=1.0, **kwargs):
        super().__init__()
        self.sharpness = sharpness

    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],), initializer="ones")
        self.input_spec = keras.layers.InputSpec(axes={-1: input_shape[-1]})
        self.built = True

    def call(self, inputs):
        wide = ops.cast(inputs, "float32")
        mean, variance = ops.moments(wide, axes=-1, keepdims=True)
        wide = (wide - mean) * ops.rsqrt(variance + self.epsilon)
        narrow = ops.cast(ops.tanh(self.sharpness * wide), inputs.dtype)
        return narrow * self.gain

    def get_config(self):
        config = super().get_config()
        config["sharpness"] = self.sharpness
        return config
