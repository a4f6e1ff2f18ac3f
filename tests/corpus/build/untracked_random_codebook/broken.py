import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vq")
class NearestCode(keras.layers.Layer):
    """Replaces every vector by the nearest of `num_codes` fixed codes."""

    def __init__(self, num_codes=12, **kwargs):
        super().__init__(**kwargs)
        self.num_codes = num_codes
        self.supports_masking = True

    def build(self, input_shape):
        self.codes = keras.random.normal((self.num_codes, input_shape[-1]))
        self.built = True

    def call(self, inputs):
        codes = ops.cast(self.codes, inputs.dtype)
        distances = ops.sum(ops.square(ops.expand_dims(inputs, -2) - codes), axis=-1)
        return ops.take(codes, ops.argmin(distances, axis=-1), axis=0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "num_codes": self.num_codes}
