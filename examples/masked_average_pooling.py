# Written by layergen 0.1.0 from masked_average_pooling.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="masked_average_pooling")
class MaskedAveragePooling(keras.layers.Layer):
    """The average over time of the steps that are not masked.

    Args:
        keepdims: Boolean. Whether the time axis stays. Defaults to `False`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, *([1] if keepdims else []), features)`.

    Example:

    >>> layer = MaskedAveragePooling()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - keras.layers.GlobalAveragePooling1D
    """

    def __init__(self, keepdims=False, **kwargs):
        super().__init__(**kwargs)
        self.keepdims = keepdims
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def call(self, inputs, mask=None):
        if mask is None:
            y = ops.mean(inputs, axis=1, keepdims=self.keepdims)
        else:
            weight = ops.cast(mask, self.compute_dtype)[:, :, None]
            count = ops.maximum(
                ops.sum(weight, axis=1, keepdims=self.keepdims), 1
            )
            y = ops.sum(inputs * weight, axis=1, keepdims=self.keepdims) / count
        return y

    def compute_output_shape(self, input_shape):
        return (input_shape[0], *([1] if self.keepdims else []), input_shape[2])

    def compute_mask(self, inputs, mask=None):
        return None

    def get_config(self):
        config = {"keepdims": self.keepdims}
        return {**super().get_config(), **config}
