"""Weights in the order of a set of strings, which differs from process to process."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Gains(keras.layers.Layer):
    def __init__(self, names=("low", "middle", "high"), **kwargs):
        super().__init__(**kwargs)
        self.names = tuple(names)

    def build(self, input_shape):
        self.gains = [
            self.add_weight(shape=(input_shape[-1],), name=name, initializer="ones")
            for name in set(self.names)  # LG319
        ]

    def call(self, inputs):
        return sum(inputs * gain * (index + 1) for index, gain in enumerate(self.gains))

    def get_config(self):
        return {**super().get_config(), "names": list(self.names)}
