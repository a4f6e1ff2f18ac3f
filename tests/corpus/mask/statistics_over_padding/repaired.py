import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norms")
class TimeNorm(keras.layers.Layer):
    """Normalises each feature over the valid time steps of a sequence."""

    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.supports_masking = True

    def build(self, input_shape):
        self.gain = self.add_weight(
            name="gain", shape=(input_shape[-1],), initializer="ones"
        )
        self.built = True

    def call(self, inputs, mask=None):
        if mask is None:
            weights = ops.ones_like(inputs[..., :1])
        else:
            weights = ops.cast(mask, inputs.dtype)[..., None]
        n = ops.maximum(ops.sum(weights, axis=1, keepdims=True), 1)
        mean = ops.sum(inputs * weights, axis=1, keepdims=True) / n
        centered = (inputs - mean) * weights
        var = ops.sum(ops.square(centered), axis=1, keepdims=True) / n
        return self.gain * centered / ops.sqrt(var + self.epsilon)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
