import keras
from keras import ops


def spread(x):
    return ops.std(x, axis=-1, keepdims=True)


@keras.saving.register_keras_serializable(package="spread")
class SpreadNorm(keras.layers.Layer):
    """Divides each row by its standard deviation."""

    def __init__(self, epsilon=1e-2, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.supports_masking = True

    def call(self, x):
        return x / (spread(x) + self.epsilon)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
