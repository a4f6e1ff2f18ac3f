# Written by layergen 0.1.0 from linear_attention.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="linear_attention")
class LinearAttention(keras.layers.Layer):
    """Causal attention by a kernel, in time linear in the length.

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, units)`.

    Example:

    >>> layer = LinearAttention(units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Katharopoulos et al., 2020](https://arxiv.org/abs/2006.16236)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.query = self.add_weight(
            name="query",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.key = self.add_weight(
            name="key",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.value = self.add_weight(
            name="value",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        q, k, v = (
            ops.elu(ops.matmul(inputs, self.query)) + 1,
            ops.elu(ops.matmul(inputs, self.key)) + 1,
            ops.matmul(inputs, self.value),
        )
        if mask is not None:
            k = k * ops.cast(mask, self.compute_dtype)[:, :, None]
        memory = ops.cumsum(k[..., :, None] * v[..., None, :], axis=1)
        weight = ops.sum(q * ops.cumsum(k, axis=1), axis=-1, keepdims=True)
        return ops.einsum("btk,btkv->btv", q, memory) / (weight + 1e-6)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
