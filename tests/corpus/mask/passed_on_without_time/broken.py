import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class StatsPooling(keras.layers.Layer):
    """Mean and deviation over time (x-vectors)."""

    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.supports_masking = True

    def call(self, inputs, mask=None):
        if mask is None:
            mask = ops.ones(ops.shape(inputs)[:2], dtype="bool")
        w = ops.cast(mask, inputs.dtype)[..., None]
        n = ops.maximum(ops.sum(w, axis=1), 1)
        mean = ops.sum(inputs * w, axis=1) / n
        var = ops.sum(ops.square(inputs - mean[:, None]) * w, axis=1) / n
        return ops.concatenate(
            [mean, ops.sqrt(var + self.epsilon)], axis=-1
        )

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 2 * input_shape[-1])

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
