"""A variable that only a closure knows."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        kernel = keras.Variable(
            keras.random.normal((input_shape[-1], self.units), seed=3), name="kernel"
        )
        self.transform = lambda inputs: keras.ops.matmul(inputs, kernel)

    def call(self, inputs):
        return self.transform(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
