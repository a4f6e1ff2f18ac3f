import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class GlobalMoments(keras.layers.Layer):
    """Mean and standard deviation of each channel of an image, side by side."""

    def __init__(self, data_format="channels_last", epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        self.data_format = data_format
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def call(self, inputs):
        axes = (1, 2) if self.data_format == "channels_last" else (2, 3)
        mean = ops.mean(inputs, axis=axes)
        variance = ops.var(inputs, axis=axes)
        return ops.concatenate([mean, ops.sqrt(variance + self.epsilon)], axis=-1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 2 * input_shape[-1])

    def get_config(self):
        config = super().get_config()
        config.update({"data_format": self.data_format, "epsilon": self.epsilon})
        return config
