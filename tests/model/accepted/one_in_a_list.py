# Written by layergen 0.1.0 from one_in_a_list.yaml
import keras


@keras.saving.register_keras_serializable(package="one_in_a_list")
class OneInAList(keras.layers.Layer):
    """OneInAList layer.

    Call arguments:
        inputs: List of tensors: `x`.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, d)`.

    Output shape:
        Tensor of shape `(batch, time, d)`.

    Example:

    >>> layer = OneInAList()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer([x])
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = [keras.layers.InputSpec(ndim=3)]
        self.supports_masking = True

    def build(self, input_shape):
        (x_shape,) = input_shape
        d = x_shape[-1]
        self.scale = self.add_weight(
            name="scale", shape=(d,), initializer="ones"
        )
        self.input_spec = [keras.layers.InputSpec(ndim=3, axes={-1: d})]
        super().build(input_shape)

    def call(self, inputs):
        (x,) = inputs
        return x * self.scale

    def compute_output_shape(self, input_shape):
        (x_shape,) = input_shape
        return x_shape

    def compute_mask(self, inputs, mask=None):
        (x_mask,) = (None,) if mask is None else mask
        return x_mask
