"""No get_config, and an argument that Keras cannot put in one by itself."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, kernel_initializer=keras.initializers.HeNormal(seed=1), **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = kernel_initializer

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), name="kernel", initializer=self.kernel_initializer
        )

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.kernel)
