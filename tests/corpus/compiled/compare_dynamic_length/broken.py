import keras
from keras import ops


@keras.saving.register_keras_serializable(package="crop")
class KeepLast(keras.layers.Layer):
    """Keeps at most the last `steps` steps."""

    def __init__(self, steps=4, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, x):
        length = ops.shape(x)[1]
        if length > self.steps:
            x = x[:, length - self.steps :]
        return x

    def compute_output_shape(self, input_shape):
        batch, length, features = input_shape
        return (batch, None if length is None else min(length, self.steps), features)

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
