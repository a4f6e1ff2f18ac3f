"""A Python counter that warms the layer up."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class WarmUp(keras.layers.Layer):
    def __init__(self, steps=4, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.seen = 0

    def call(self, inputs, training=None):
        if training:
            self.seen += 1
        return inputs * min(1.0, (1 + self.seen) / self.steps)

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
