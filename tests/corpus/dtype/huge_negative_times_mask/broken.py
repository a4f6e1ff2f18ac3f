import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class AttentivePooling(keras.layers.Layer):
    """Pools `(batch, time, features)` over time with learned scores."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        self.score = self.add_weight(
            name="score", shape=(input_shape[-1], 1)
        )
        self.built = True

    def call(self, inputs, mask=None):
        scores = ops.squeeze(ops.matmul(inputs, self.score), axis=-1)
        if mask is not None:
            padding = 1.0 - ops.cast(mask, scores.dtype)
            scores = scores + padding * -1e9
        weights = ops.softmax(scores, axis=-1)
        return ops.einsum("bt,btf->bf", weights, inputs)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        return super().get_config()
