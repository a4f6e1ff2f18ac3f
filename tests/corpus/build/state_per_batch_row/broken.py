import keras
from keras import ops


@keras.saving.register_keras_serializable(package="running")
class RunningCentre(keras.layers.Layer):
    """Subtracts a moving average that is updated while training."""

    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.supports_masking = True

    def build(self, input_shape):
        self.centre = self.add_weight(
            name="centre",
            shape=(input_shape[0], input_shape[-1]),
            initializer="zeros",
            trainable=False,
        )
        super().build(input_shape)

    def call(self, inputs, training=False):
        if training and self.trainable:
            mean = inputs
            self.centre.assign(
                self.momentum * self.centre
                + (1 - self.momentum) * ops.stop_gradient(ops.cast(mean, self.centre.dtype))
            )
        return inputs - ops.cast(self.centre, inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
