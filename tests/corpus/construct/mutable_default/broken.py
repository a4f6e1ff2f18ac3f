import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sig")
class MultiScalePool(keras.layers.Layer):
    """Means over windows of several lengths, side by side. (batch, time, dim)."""

    def __init__(self, windows=[], include_global=True, **kwargs):
        super().__init__(**kwargs)
        self.include_global = include_global
        windows.append(1)
        self.windows = windows
        self.bank = list(self.windows)

    def call(self, x):
        outs = []
        for w in self.bank:
            outs.append(ops.average_pool(x, w, strides=1, padding="same"))
        if self.include_global:
            outs.append(ops.zeros_like(x) + ops.mean(x, axis=1, keepdims=True))
        return ops.concatenate(outs, axis=-1)

    def compute_output_shape(self, input_shape):
        n = len(self.bank) + int(self.include_global)
        return (input_shape[0], input_shape[1], input_shape[2] * n)

    def get_config(self):
        config = super().get_config()
        config["windows"] = list(self.windows)
        config["include_global"] = self.include_global
        return config
