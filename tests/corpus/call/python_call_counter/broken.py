import keras


@keras.saving.register_keras_serializable(package="warm")
class WarmUpScale(keras.layers.Layer):
    """Scales its input by a factor that grows from 0 to 1 over `steps` training steps."""

    def __init__(self, steps=100, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.supports_masking = True
        self._step = 0

    def call(self, x, training=False):
        self._step += 1
        return x * min(1.0, self._step / self.steps)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
