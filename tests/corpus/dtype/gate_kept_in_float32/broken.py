import keras
from keras import ops


@keras.saving.register_keras_serializable(package="blocks")
class LayerScale(keras.layers.Layer):
    """CaiT's layer scale: one small factor per channel."""

    def __init__(self, init_value=1e-2, **kwargs):
        super().__init__(**kwargs)
        self.init_value = init_value

    def build(self, input_shape):
        self.gamma = self.add_weight(
            name="gamma",
            shape=(input_shape[-1],),
            initializer=keras.initializers.Constant(self.init_value),
            dtype="float32",
            autocast=False,
        )
        self.built = True

    def call(self, x):
        return x * self.gamma

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "init_value": self.init_value}
