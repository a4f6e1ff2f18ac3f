"""activity_regularizer is popped from the keywords for a sublayer that never gets it."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        regularizer = kwargs.pop("activity_regularizer", None)
        super().__init__(**kwargs)
        self.units = units
        self.head_regularizer = keras.regularizers.get(regularizer)
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
