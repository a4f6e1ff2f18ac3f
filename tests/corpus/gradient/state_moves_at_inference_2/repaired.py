import keras
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
        self.mean = self.add_weight(name="mean", shape=shape, initializer="zeros", trainable=False)
        self.variance = self.add_weight(
            name="variance", shape=shape, initializer="ones", trainable=False
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: input_shape[-1]})

    def _moved(self, old, new):
        new = ops.cast(new, old.dtype)
        return old * self.momentum + new * (1.0 - self.momentum)

    def call(self, inputs, training=False):
        if training and self.trainable:
            mean, variance = ops.moments(ops.cast(inputs, "float32"), axes=0)
            self.mean.assign(self._moved(self.mean.value, mean))
            self.variance.assign(self._moved(self.variance.value, variance))
        mean = ops.cast(self.mean, inputs.dtype)
        scale = ops.rsqrt(ops.cast(self.variance, inputs.dtype) + self.epsilon)
        return (inputs - mean) * scale

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"momentum": self.momentum, "epsilon": self.epsilon})
        return config
