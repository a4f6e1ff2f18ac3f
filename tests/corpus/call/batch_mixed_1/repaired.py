import keras
from keras import ops


@keras.saving.register_keras_serializable(package="multimodal")
class TensorFusion(keras.layers.Layer):
    """Outer product of two modalities, each with a one appended, flattened."""

    def __init__(self, append_one=True, **kwargs):
        super().__init__(**kwargs)
        self.append_one = append_one

    def _extend(self, x):
        if not self.append_one:
            return x
        return ops.concatenate([x, ops.ones_like(x[:, :1])], axis=-1)

    def call(self, inputs):
        left, right = inputs
        left, right = self._extend(left), self._extend(right)
        product = left[:, :, None] * right[:, None, :]
        return ops.reshape(product, (-1, left.shape[-1] * right.shape[-1]))

    def compute_output_shape(self, input_shape):
        (batch, left), (_, right) = input_shape
        extra = int(self.append_one)
        return (batch, (left + extra) * (right + extra))

    def get_config(self):
        return {**super().get_config(), "append_one": self.append_one}
