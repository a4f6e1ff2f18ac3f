import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="film")
class ConditionedNorm(layers.Layer):
    """Layer normalisation with FiLM from an optional condition vector."""

    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.film = None

    def build(self, x_shape, condition_shape=None):
        self.norm = layers.LayerNormalization(
            epsilon=self.epsilon, dtype=self.dtype_policy
        )
        self.norm.build(x_shape)
        self.built = True

    def call(self, x, condition=None):
        y = self.norm(x)
        if condition is None:
            return y
        if self.film is None:
            self.film = layers.Dense(
                2 * x.shape[-1], dtype=self.dtype_policy
            )
        scale, shift = ops.split(self.film(condition), 2, axis=-1)
        extra = (1,) * (len(x.shape) - 2)
        full = (-1, *extra, x.shape[-1])
        return y * (1 + ops.reshape(scale, full)) + ops.reshape(shift, full)

    def compute_output_shape(self, x_shape, condition_shape=None):
        return x_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
