import keras
from keras import ops


@keras.saving.register_keras_serializable(package="attn")
class SequenceAttention(keras.layers.Layer):
    """(batch, time, features) -> (batch, features)."""

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(input_shape[-1],), initializer="random_normal")
        super().build(input_shape)

    def call(self, x):
        scores = ops.sum(x * self.w, axis=-1)
        alpha = ops.softmax(scores, axis=-1)
        return ops.sum(x * ops.expand_dims(alpha, -1), axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])
