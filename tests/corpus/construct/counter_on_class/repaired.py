import keras
from keras import ops


@keras.saving.register_keras_serializable(package="depth")
class StochasticDepthScale(keras.layers.Layer):
    """Layer scale whose start value shrinks with the depth (CaiT)."""

    def __init__(self, init_value=0.1, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.init_value = init_value
        self.depth = depth

    def build(self, input_shape):
        self.gamma = self.add_weight(
            name="gamma",
            shape=(input_shape[-1],),
            initializer=keras.initializers.Constant(self.init_value / self.depth),
        )
        self.built = True

    def call(self, x):
        return x * self.gamma * self.depth

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "init_value": self.init_value,
            "depth": self.depth,
        }
