"""The start is taken, and multiplied away."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="ssm")
class LeakyIntegrator(keras.layers.Layer):
    """A leaky sum over time, from an optional start.

    Call arguments:
        inputs: `(batch, time, features)`.
        start: Optional `(batch, features)`.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, inputs_shape, start_shape=None):
        self.leak = self.add_weight(name="leak", shape=(inputs_shape[-1],), initializer="zeros")
        self.built = True

    def call(self, inputs, start=None):
        leak = ops.sigmoid(ops.convert_to_tensor(self.leak))
        steps = ops.transpose(inputs, (1, 0, 2))
        first = ops.zeros_like(steps[0])
        if start is not None:
            first = ops.cast(start, inputs.dtype) * 0 + first

        def step(h, x):
            h = leak * h + (1 - leak) * x
            return h, h

        _, states = ops.scan(step, first, steps)
        return ops.transpose(states, (1, 0, 2))

    def compute_output_shape(self, inputs_shape, start_shape=None):
        return inputs_shape

    def get_config(self):
        return super().get_config()
