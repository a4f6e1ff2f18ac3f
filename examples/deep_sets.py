# Written by layergen 0.1.0 from deep_sets.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deep_sets")
class DeepSets(keras.layers.Layer):
    """Encodes each item, averages over the items that are there, and decodes.

    Args:
        hidden: Positive integer.
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, items, features)`.

    Output shape:
        Tensor of shape `(batch, units)`.

    Example:

    >>> layer = DeepSets(hidden=4, units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Zaheer et al., 2017](https://arxiv.org/abs/1703.06114)
    """

    def __init__(self, hidden, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(hidden, int) or hidden < 1:
            raise ValueError(
                "`hidden` must be a positive integer. Received: "
                f"hidden={hidden}"
            )
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.hidden = hidden
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.encoder = self.add_weight(
            name="encoder",
            shape=(features, self.hidden),
            initializer="glorot_uniform",
        )
        self.encoder_bias = self.add_weight(
            name="encoder_bias", shape=(self.hidden,), initializer="zeros"
        )
        self.decoder = self.add_weight(
            name="decoder",
            shape=(self.hidden, self.units),
            initializer="glorot_uniform",
        )
        self.decoder_bias = self.add_weight(
            name="decoder_bias", shape=(self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        h = ops.relu(ops.matmul(inputs, self.encoder) + self.encoder_bias)
        if mask is None:
            pooled = ops.mean(h, axis=1)
        else:
            present = ops.cast(mask, self.compute_dtype)[:, :, None]
            pooled = ops.sum(h * present, axis=1) / ops.maximum(
                ops.sum(present, axis=1), 1
            )
        return ops.matmul(pooled, self.decoder) + self.decoder_bias

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def compute_mask(self, inputs, mask=None):
        return None

    def get_config(self):
        config = {"hidden": self.hidden, "units": self.units}
        return {**super().get_config(), **config}
