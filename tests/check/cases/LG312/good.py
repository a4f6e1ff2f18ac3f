"""All sublayers in one list, and own variables saved under names."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Towers(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.blocks = [keras.layers.Dense(units) for _ in range(4)]

    def build(self, input_shape):
        for index, block in enumerate(self.blocks):
            block.build((*input_shape[:-1], self.units) if index % 2 else input_shape)
        self.scale = self.add_weight(shape=(self.units,), name="scale", initializer="ones")

    def call(self, inputs):
        first, second, third, fourth = self.blocks
        return (second(first(inputs)) + fourth(third(inputs))) * self.scale

    def save_own_variables(self, store):
        store["scale"] = self.scale

    def load_own_variables(self, store):
        self.scale.assign(store["scale"])

    def get_config(self):
        return {**super().get_config(), "units": self.units}
