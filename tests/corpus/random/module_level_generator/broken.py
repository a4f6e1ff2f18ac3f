import keras
from keras import ops

_SEEDS = keras.random.SeedGenerator(42)


@keras.saving.register_keras_serializable(package="diffusion")
class TimestepNoise(keras.layers.Layer):
    """Noises `x` by a variance-preserving step, given the time in (0, 1).

    `call(x, t)`, `x` of shape `(batch, features)`, `t` of `(batch, 1)`.
    """

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def call(self, x, t, training=False):
        alpha = ops.cos(0.5 * 3.14159 * ops.clip(t, 0.0, 1.0))
        if not training:
            return alpha * x
        noise = keras.random.normal(
            ops.shape(x), dtype=x.dtype, seed=_SEEDS
        )
        return alpha * x + ops.sqrt(1.0 - ops.square(alpha)) * noise

    def compute_output_shape(self, x_shape, t_shape):
        return x_shape

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
