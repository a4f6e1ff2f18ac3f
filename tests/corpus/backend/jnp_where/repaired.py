import keras
from keras import ops


@keras.saving.register_keras_serializable(package="act")
class ParametricLeaky(keras.layers.Layer):
    def __init__(self, slope=0.1, **kwargs):
        super().__init__(**kwargs)
        self.slope = slope
        self.supports_masking = True

    def build(self, input_shape):
        self.alpha = self.add_weight(
            name="alpha", shape=(input_shape[-1],), initializer=keras.initializers.Constant(self.slope)
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, inputs * self.alpha)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "slope": self.slope}
