import keras
from keras import ops


@keras.saving.register_keras_serializable(package="text")
class TimeConcat(keras.layers.Layer):
    """Joins two sequences along time: `[a, b]` to one."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs):
        left, right = inputs
        return ops.concatenate([left, right], axis=1)

    def compute_mask(self, inputs, mask=None):
        if mask is None or all(m is None for m in mask):
            return None
        masks = []
        for x, m in zip(inputs, mask):
            if m is None:
                m = ops.ones(ops.shape(x)[:2], dtype="bool")
            masks.append(m)
        return ops.concatenate(masks, axis=1)

    def compute_output_shape(self, input_shape):
        a, b = input_shape
        time = None if a[1] is None or b[1] is None else a[1] + b[1]
        return (a[0], time, a[2])

    def get_config(self):
        return super().get_config()
