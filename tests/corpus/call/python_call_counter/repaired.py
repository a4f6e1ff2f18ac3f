import keras


@keras.saving.register_keras_serializable(package="warm")
class WarmUpScale(keras.layers.Layer):
    """Scales its input by a factor that grows from 0 to 1 over `steps` training steps."""

    def __init__(self, steps=100, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.supports_masking = True

    def build(self, input_shape):
        self._step = self.add_weight(
            name="step", shape=(), initializer="zeros", trainable=False, autocast=False
        )
        super().build(input_shape)

    def call(self, x, training=False):
        if training and self.trainable:
            self._step.assign_add(1.0)
        factor = keras.ops.minimum(1.0, (self._step + 1.0) / self.steps)
        return x * keras.ops.cast(factor, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
