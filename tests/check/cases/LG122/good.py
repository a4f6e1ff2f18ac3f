"""Constraints given to the weight, and applied by hand in call."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, kernel_constraint=None, scale_constraint=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.scale_constraint = keras.constraints.get(scale_constraint)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), name="kernel", constraint=self.kernel_constraint
        )
        self.scale = self.add_weight(shape=(self.units,), initializer="ones", name="scale")

    def call(self, inputs):
        scale = self.scale
        if self.scale_constraint is not None:
            scale = self.scale_constraint(keras.ops.convert_to_tensor(scale))
        return keras.ops.matmul(inputs, self.kernel) * scale

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "kernel_constraint": keras.constraints.serialize(self.kernel_constraint),
            "scale_constraint": keras.constraints.serialize(self.scale_constraint),
        }
