"""A from_config of its own that loses nothing; the config normalises a string and a pair."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, offset=0.0, mode="ADD", sizes=3, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.offset = offset
        self.mode = mode.lower()
        self.sizes = (sizes, sizes) if isinstance(sizes, int) else tuple(sizes)

    def call(self, inputs):
        outputs = inputs * self.factor * sum(self.sizes)
        return outputs + self.offset if self.mode == "add" else outputs * self.offset

    def get_config(self):
        return {
            **super().get_config(),
            "factor": self.factor,
            "offset": self.offset,
            "mode": self.mode,
            "sizes": self.sizes,
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        return cls(config.pop("factor"), **config)
