"""Two sublayers that are given the same initializer object."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Experts(keras.layers.Layer):
    def __init__(self, units=4, experts=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.experts = experts
        initializer = keras.initializers.HeNormal()
        self.blocks = [
            keras.layers.Dense(units, kernel_initializer=initializer) for _ in range(experts)
        ]

    def build(self, input_shape):
        for block in self.blocks:
            block.build(input_shape)

    def call(self, inputs):
        return sum(block(inputs) for block in self.blocks)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "experts": self.experts}
