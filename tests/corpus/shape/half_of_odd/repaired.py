import keras


@keras.saving.register_keras_serializable(package="seq")
class SkipEverySecond(keras.layers.Layer):
    """Keeps every second step of a sequence."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def call(self, inputs):
        return inputs[:, ::2, :]

    def compute_mask(self, inputs, mask=None):
        return None if mask is None else mask[:, ::2]

    def compute_output_shape(self, input_shape):
        batch, length, features = input_shape
        if length is not None:
            length = (length + 1) // 2
        return (batch, length, features)
