"""A set that is sorted, and one that is only asked what it holds."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Gains(keras.layers.Layer):
    def __init__(self, names=("low", "middle", "high"), **kwargs):
        super().__init__(**kwargs)
        self.names = tuple(names)
        self.known = set(names)

    def build(self, input_shape):
        self.gains = [
            self.add_weight(shape=(input_shape[-1],), name=name, initializer="ones")
            for name in sorted(set(self.names))
            if name in self.known
        ]

    def call(self, inputs):
        return sum(inputs * gain * (index + 1) for index, gain in enumerate(self.gains))

    def get_config(self):
        return {**super().get_config(), "names": list(self.names)}
