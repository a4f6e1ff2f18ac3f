"""The default is a tuple; a list that the user gives is lengthened in place."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Powers(keras.layers.Layer):
    def __init__(self, exponents=(2, 3), **kwargs):
        super().__init__(**kwargs)
        self.exponents = list(exponents)
        if isinstance(exponents, list):
            exponents.append(1)

    def call(self, inputs):
        return inputs + sum(inputs**exponent for exponent in self.exponents)

    def get_config(self):
        return {**super().get_config(), "exponents": self.exponents}
