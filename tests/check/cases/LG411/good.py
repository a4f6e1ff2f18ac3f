"""Weights of the policy's dtype; an integer counter is an integer."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")
        self.steps = self.add_weight(
            shape=(), name="steps", dtype="int32", initializer="zeros", trainable=False
        )

    def call(self, inputs, training=None):
        if training:
            self.steps.assign_add(1)
        return keras.ops.matmul(inputs, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
