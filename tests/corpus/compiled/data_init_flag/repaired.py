import keras
from keras import ops


@keras.saving.register_keras_serializable(package="glow")
class ActNorm(keras.layers.Layer):
    """Shift and scale per channel, started from the statistics of the first training batch."""

    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        dim = input_shape[-1]
        self.shift = self.add_weight(name="shift", shape=(dim,), initializer="zeros")
        self.scale = self.add_weight(name="scale", shape=(dim,), initializer="ones")
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False, autocast=False)
        super().build(input_shape)

    def call(self, x, training=False):
        if training and self.trainable:
            axes = list(range(len(x.shape) - 1))
            first = ops.equal(self.seen, 0.0)
            wide = ops.cast(x, self.shift.dtype)
            self.shift.assign(ops.where(first, -ops.mean(wide, axis=axes), self.shift.value))
            start = 1.0 / ops.sqrt(ops.var(wide, axis=axes) + self.epsilon)
            self.scale.assign(ops.where(first, start, self.scale.value))
            self.seen.assign(1.0)
        return (x + ops.cast(self.shift, x.dtype)) * ops.cast(self.scale, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
