"""alpha is checked, kept and saved, and changes nothing."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, alpha=0.5, **kwargs):
        super().__init__(**kwargs)
        if alpha < 0:
            raise ValueError(f"alpha must not be negative. Received: {alpha!r}")
        self.factor = factor
        self.alpha = alpha

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor, "alpha": self.alpha}
