import keras
from keras import ops


@keras.saving.register_keras_serializable(package="metric")
class UnitNorm(keras.layers.Layer):
    """Scales vectors to a learned length."""

    def __init__(self, axis=-1, epsilon=1e-12, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        self.length = self.add_weight(
            name="length", shape=(), initializer="ones"
        )
        self.built = True

    def call(self, x):
        norm = ops.sqrt(
            ops.sum(ops.square(x), axis=self.axis, keepdims=True)
            + self.epsilon
        )
        return self.length * x / norm

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, epsilon=self.epsilon)
        return config
