import keras
from keras import ops


@keras.saving.register_keras_serializable(package="tied")
class TiedProjection(keras.layers.Layer):
    """Projects to `units` and back with the transposed kernel."""

    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        super().build(input_shape)

    def call(self, x):
        h = ops.tanh(ops.matmul(x, self.kernel))
        return ops.matmul(h, ops.convert_to_tensor(self.kernel).T)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "units": self.units}
