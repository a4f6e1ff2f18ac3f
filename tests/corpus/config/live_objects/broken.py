import keras
from keras import constraints, initializers, ops


@keras.saving.register_keras_serializable(package="rbf")
class RBF(keras.layers.Layer):
    """Radial basis functions: exp(-gamma ||x - c||^2)."""

    def __init__(
        self, centers=6, center_initializer="glorot_uniform", gamma_constraint="non_neg", **kwargs
    ):
        super().__init__(**kwargs)
        self.centers = centers
        self.center_initializer = initializers.get(center_initializer)
        self.gamma_constraint = constraints.get(gamma_constraint)

    def build(self, input_shape):
        self.c = self.add_weight(
            name="c", shape=(self.centers, input_shape[-1]), initializer=self.center_initializer
        )
        self.gamma = self.add_weight(
            name="gamma", shape=(self.centers,), initializer="ones", constraint=self.gamma_constraint
        )
        self.built = True

    def call(self, x):
        d = ops.expand_dims(x, -2) - self.c
        return ops.exp(-self.gamma * ops.sum(ops.square(d), axis=-1))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.centers)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "centers": self.centers,
                "center_initializer": self.center_initializer,
                "gamma_constraint": self.gamma_constraint,
            }
        )
        return config
