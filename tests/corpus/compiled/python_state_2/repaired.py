import keras
from keras import ops


@keras.saving.register_keras_serializable(package="curriculum")
class StepWarmup(keras.layers.Layer):
    """Blends a learned shift in over the first training steps."""

    def __init__(self, warmup_steps=100, **kwargs):
        super().__init__(**kwargs)
        self.warmup_steps = warmup_steps
        self.supports_masking = True

    def build(self, input_shape):
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],), initializer="ones")
        self.steps = self.add_weight(name="steps", shape=(), initializer="ones", trainable=False)
        self.input_spec = keras.layers.InputSpec(axes={-1: input_shape[-1]})
        self.built = True

    def call(self, inputs, training=None):
        share = ops.minimum(self.steps / self.warmup_steps, 1.0)
        if training and self.trainable:
            self.steps.assign_add(1.0)
        return inputs + ops.cast(share, inputs.dtype) * self.shift

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "warmup_steps": self.warmup_steps}
