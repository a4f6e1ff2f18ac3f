"""A Keras variable hidden in an object that Keras does not look into."""

import keras


class Holder:
    pass


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.holder = Holder()

    def build(self, input_shape):
        self.holder.kernel = keras.Variable(
            keras.random.normal((input_shape[-1], self.units), seed=3), name="kernel"
        )

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.holder.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
