"""A copy that its author forbids."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}

    def __deepcopy__(self, memo):
        raise TypeError("a Head is made once")
