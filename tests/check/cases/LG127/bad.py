"""activity_regularizer is taken by name and not handed on."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, activity_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.output_regularizer = keras.regularizers.get(activity_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.kernel)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "activity_regularizer": keras.regularizers.serialize(self.output_regularizer),
        }
