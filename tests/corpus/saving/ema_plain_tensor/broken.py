import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class VectorQuantizer(keras.layers.Layer):
    """Nearest code, straight-through (van den Oord et al., 2017)."""

    def __init__(self, num_codes=8, **kwargs):
        super().__init__(**kwargs)
        self.num_codes = num_codes

    def build(self, input_shape):
        d = input_shape[-1]
        init = keras.initializers.RandomUniform(-0.5, 0.5)
        self.codes = ops.convert_to_tensor(init((d, self.num_codes)))
        self.built = True

    def call(self, x):
        codes = ops.cast(self.codes, x.dtype)
        distance = ops.sum(ops.square(codes), axis=0) - 2.0 * ops.matmul(x, codes)
        index = ops.argmin(distance, axis=-1)
        quantized = ops.take(ops.transpose(codes), index, axis=0)
        return x + ops.stop_gradient(quantized - x)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "num_codes": self.num_codes}
