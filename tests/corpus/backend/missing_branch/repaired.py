import keras
from keras import ops


def running_max(x):
    def step(highest, value):
        highest = ops.maximum(highest, value)
        return highest, highest

    return ops.scan(step, x[0], x)[1]


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
