import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="han")
class SentenceAttention(layers.Layer):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True
        self.hidden = layers.Dense(
            units, activation="tanh", dtype=self.dtype_policy
        )
        self.score = layers.Dense(1, use_bias=False, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.hidden.build(input_shape)
        self.score.build((*input_shape[:-1], self.units))
        self.built = True

    def call(self, inputs, mask=None):
        scores = ops.squeeze(self.score(self.hidden(inputs)), -1)
        if mask is not None:
            low = -1e4 if scores.dtype == "float16" else -1e9
            scores = ops.where(mask, scores, ops.cast(low, scores.dtype))
        alpha = ops.softmax(scores, axis=1)
        return ops.sum(inputs * alpha[..., None], axis=1)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        return {**super().get_config(), "units": self.units}
