"""call makes a sublayer on demand."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, inputs):
        if not hasattr(self, "dense"):
            self.dense = keras.layers.Dense(self.units)
        return self.dense(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
