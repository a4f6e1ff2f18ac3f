import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class LinearBias(keras.layers.Layer):
    """Adds a linear penalty of the distance to attention scores; the slopes are fixed, one for each head."""

    def build(self, input_shape):
        heads = input_shape[1]
        values = [2.0 ** (-8.0 * (head + 1) / heads) for head in range(heads)]
        self.slopes = self.add_weight(
            name="slopes", shape=(heads,), initializer=lambda shape, dtype: ops.array(values, dtype)
        )
        super().build(input_shape)

    def call(self, scores):
        steps = ops.arange(ops.shape(scores)[-1])
        distance = ops.cast(ops.abs(steps[:, None] - steps[None, :]), scores.dtype)
        return scores - ops.reshape(self.slopes, (-1, 1, 1)) * distance

    def compute_output_shape(self, input_shape):
        return input_shape
