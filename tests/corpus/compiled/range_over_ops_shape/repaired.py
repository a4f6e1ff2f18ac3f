import keras
from keras import ops


@keras.saving.register_keras_serializable(package="scan")
class LeakyIntegrator(keras.layers.Layer):
    """h[t] = leak * h[t-1] + x[t], over `(batch, time, features)`."""

    def __init__(self, leak=0.5, **kwargs):
        super().__init__(**kwargs)
        self.leak = leak
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        def step(state, x):
            state = self.leak * state + x
            return state, state

        start = ops.zeros_like(inputs[:, 0])
        _, states = ops.scan(step, start, ops.transpose(inputs, (1, 0, 2)))
        return ops.transpose(states, (1, 0, 2))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "leak": self.leak}
