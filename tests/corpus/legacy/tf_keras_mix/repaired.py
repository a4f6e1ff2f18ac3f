import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class GeM(keras.layers.Layer):
    """Generalised mean pooling of images."""

    def __init__(self, p=3.0, **kwargs):
        super().__init__(**kwargs)
        self.p = p

    def build(self, input_shape):
        self.power = self.add_weight(
            name="power", shape=(), initializer=keras.initializers.Constant(self.p)
        )
        self.built = True

    def call(self, x):
        x = ops.maximum(x, 1e-3)
        mean = ops.mean(ops.power(x, self.power), axis=(1, 2))
        return ops.power(mean, 1.0 / self.power)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        return {**super().get_config(), "p": self.p}
