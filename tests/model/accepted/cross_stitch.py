# Written by layergen 0.1.0 from cross_stitch.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cross_stitch")
class CrossStitch(keras.layers.Layer):
    """CrossStitch layer.

    Call arguments:
        inputs: List of tensors.

    Input shape:
        List of tensors of shape `(batch, ..., d)`.

    Output shape:
        Tensor of shape `(batch, ..., d)`.

    Example:

    >>> layer = CrossStitch()
    >>> tasks = [keras.random.normal((2, 8)) for _ in range(3)]
    >>> y = layer(tasks)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        self.n = len(input_shape)
        self.mix = self.add_weight(
            name="mix", shape=(self.n, self.n), initializer="identity"
        )
        super().build(input_shape)

    def call(self, inputs):
        stacked = ops.stack(inputs, axis=0)
        mixed = ops.tensordot(self.mix, stacked, axes=1)
        y = ops.unstack(mixed, self.n, axis=0)
        return list(y)

    def compute_output_shape(self, input_shape):
        n = len(input_shape)
        return [input_shape[0]] * n

    def compute_mask(self, inputs, mask=None):
        return [None if mask is None else mask[0]] * self.n
