import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="rl_inputs")
class RunningStandardizer(keras.layers.Layer):
    """Standardises features by running statistics that move in training only."""

    def __init__(self, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.mean = np.zeros(shape, "float32")
        self.variance = np.ones(shape, "float32")
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: input_shape[-1]})

    def _moved(self, old, new):
        return old * self.momentum + new * (1.0 - self.momentum)

    def call(self, inputs, training=False):
        if training and self.trainable:
            batch = ops.convert_to_numpy(inputs)
            self.mean = self._moved(self.mean, batch.mean(axis=0))
            self.variance = self._moved(self.variance, batch.var(axis=0))
        mean = ops.cast(self.mean, inputs.dtype)
        scale = ops.rsqrt(ops.cast(self.variance, inputs.dtype) + self.epsilon)
        return (inputs - mean) * scale

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"momentum": self.momentum, "epsilon": self.epsilon})
        return config
