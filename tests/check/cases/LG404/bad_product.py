"""A weight for each row of the batch when the batch is known, one otherwise."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Offset(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def build(self, input_shape):
        rows = input_shape[0] or 1
        self.offset = self.add_weight(
            shape=(rows, *[1 for _ in input_shape[1:]]), name="offset", initializer="normal"
        )

    def call(self, inputs):
        return inputs * self.factor + self.offset

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
