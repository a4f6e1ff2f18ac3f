import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cum")
class Integrate(keras.layers.Layer):
    """Integrates a signal `(batch, time, channels)` over time with a step `dt`."""

    def __init__(self, dt=0.1, **kwargs):
        super().__init__(**kwargs)
        self.dt = dt
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, signal):
        return ops.cumsum(signal, axis=0) * self.dt

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "dt": self.dt}
