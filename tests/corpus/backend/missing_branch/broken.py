import keras
from keras import ops

if keras.config.backend() == "tensorflow":
    import tensorflow as tf

    def running_max(x):
        return tf.scan(lambda a, b: tf.maximum(a, b), x)
elif keras.config.backend() == "jax":
    import jax

    def running_max(x):
        return jax.lax.cummax(x, axis=0)


@keras.saving.register_keras_serializable(package="envelope")
class RunningMaximum(keras.layers.Layer):
    """The largest value so far, along time: `(batch, time, features)`."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, signal):
        steps = ops.transpose(signal, (1, 0, 2))
        return ops.transpose(running_max(steps), (1, 0, 2))

    def compute_output_shape(self, input_shape):
        return input_shape
