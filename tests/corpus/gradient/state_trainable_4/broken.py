import keras
from keras import ops


@keras.saving.register_keras_serializable(package="locality")
class FrozenProjection(keras.layers.Layer):
    """A fixed projection followed by a learned, constrained scale."""

    def __init__(self, units, scale_constraint="non_neg", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale_constraint = keras.constraints.get(scale_constraint)

    def build(self, input_shape):
        self.projection = self.add_weight(
            name="projection",
            shape=(input_shape[-1], self.units),
            initializer="orthogonal",
        )
        self.scale = self.add_weight(
            name="scale",
            shape=(self.units,),
            initializer="ones",
            constraint=self.scale_constraint,
        )
        self.built = True

    def call(self, inputs):
        return ops.matmul(inputs, self.projection) * self.scale

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "units": self.units,
                "scale_constraint": keras.constraints.serialize(self.scale_constraint),
            }
        )
        return config
