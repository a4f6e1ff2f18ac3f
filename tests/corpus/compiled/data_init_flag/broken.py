import keras
from keras import ops


@keras.saving.register_keras_serializable(package="glow")
class ActNorm(keras.layers.Layer):
    """Shift and scale per channel, started from the statistics of the first training batch."""

    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self._initialized = False

    def build(self, input_shape):
        dim = input_shape[-1]
        self.shift = self.add_weight(name="shift", shape=(dim,), initializer="zeros")
        self.scale = self.add_weight(name="scale", shape=(dim,), initializer="ones")
        super().build(input_shape)

    def call(self, x, training=False):
        if training and not self._initialized:
            axes = list(range(len(x.shape) - 1))
            self.shift.assign(-ops.mean(x, axis=axes))
            self.scale.assign(1.0 / ops.sqrt(ops.var(x, axis=axes) + self.epsilon))
            self._initialized = True
        return (x + ops.cast(self.shift, x.dtype)) * ops.cast(self.scale, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
