"""Questions that tracing can answer."""

import keras
from keras import ops


class Careful(keras.layers.Layer):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold

    def call(self, inputs, mask=None, states=None, training=False, scale=1.0):
        if isinstance(inputs, (list, tuple)):
            inputs = inputs[0]
        if len(inputs.shape) > 3 or inputs.shape[-1] == 1 or ops.ndim(inputs) == 5:
            raise ValueError(f"received {inputs.shape}")
        if training and self.threshold > 0.2:
            inputs = ops.where(inputs > self.threshold, inputs, 0.0)
        if mask is not None:
            inputs = inputs * ops.cast(mask, inputs.dtype)[..., None]
        if states:
            inputs = inputs + states[0]
        if scale != 1.0:
            inputs = inputs * scale
        widths = [part.shape[-1] for part in ops.split(inputs, 1, axis=-1)]
        if max(widths) > 4096 or not ops.is_tensor(inputs):
            return inputs
        return inputs

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
