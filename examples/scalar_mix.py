# Written by layergen 0.1.0 from scalar_mix.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="scalar_mix")
class ScalarMix(keras.layers.Layer):
    """A learned mixture of any number of tensors, such as the layers of an
    encoder (ELMo).

    Call arguments:
        inputs: List of tensors.

    Input shape:
        List of tensors of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = ScalarMix()
    >>> tensors = [keras.random.normal((2, 8)) for _ in range(3)]
    >>> y = layer(tensors)

    References:

    - [Peters et al., 2018](https://arxiv.org/abs/1802.05365)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        self.logits = self.add_weight(
            name="logits", shape=(len(input_shape),), initializer="zeros"
        )
        self.gamma = self.add_weight(name="gamma", shape=(), initializer="ones")
        super().build(input_shape)

    def call(self, inputs):
        return self.gamma * ops.einsum(
            "s,s...->...", ops.softmax(self.logits), ops.stack(inputs)
        )

    def compute_output_shape(self, input_shape):
        return input_shape[0]

    def compute_mask(self, inputs, mask=None):
        return None if mask is None else mask[0]
