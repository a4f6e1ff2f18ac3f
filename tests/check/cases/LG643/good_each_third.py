"""Only each third step is taken in."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Whiten(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.supports_masking = True

    def build(self, input_shape):
        self.variance = self.add_weight(
            name="variance", shape=(input_shape[-1],), initializer="ones", trainable=False
        )
        self.steps = self.add_weight(name="steps", shape=(), initializer="zeros", trainable=False)
        super().build(input_shape)

    def call(self, inputs, training=False):
        if training and self.trainable:
            axes = list(range(len(inputs.shape) - 1))
            batch = ops.var(inputs, axis=axes)
            self.steps.assign_add(1.0)
            due = ops.equal(ops.mod(self.steps, 3.0), 0.0)
            average = self.momentum * self.variance + (1 - self.momentum) * batch
            self.variance.assign(ops.where(due, average, ops.convert_to_tensor(self.variance)))
        return inputs * ops.rsqrt(self.variance + 1e-3)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
