import keras
from keras import ops


@keras.saving.register_keras_serializable(package="lottery")
class SparseMixer(keras.layers.Layer):
    """A dense layer with a fixed random pattern of connections."""

    def __init__(self, units, density=0.5, seed=0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.density = density
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(name="kernel", shape=shape)
        self.pattern = self.add_weight(
            name="pattern",
            shape=shape,
            initializer=self._draw_pattern,
            trainable=False,
        )
        self.built = True

    def _draw_pattern(self, shape, dtype=None):
        draw = keras.random.uniform(shape, seed=self.seed)
        return ops.cast(draw < self.density, dtype)

    def build_from_config(self, config):
        self.build((None, self.units))

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel * self.pattern)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units, "density": self.density, "seed": self.seed})
        return config
