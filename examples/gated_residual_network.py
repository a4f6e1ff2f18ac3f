# Written by layergen 0.1.0 from gated_residual_network.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gated_residual_network")
class GatedResidualNetwork(keras.layers.Layer):
    """A non-linear map with an optional context, gated and added to its input.

    Args:
        units: Positive integer. Size of the hidden layer.
        rate: Float between 0 and 1. Fraction of the hidden units to drop.
            Defaults to `0.1`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        context: Optional tensor.

    Input shape:
        x: `(batch, ..., features)`.
        context: `(batch, ..., context_size)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = GatedResidualNetwork(units=4)
    >>> x = keras.random.normal((2, 5))
    >>> context = keras.random.normal((2, 8))
    >>> y = layer(x, context)

    References:

    - [Lim et al., 2021](https://arxiv.org/abs/1912.09363)
    """

    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(
                "`rate` must be a number between 0 and 1. Received: "
                f"rate={rate}"
            )
        self.units = units
        self.rate = rate
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True
        self.expand = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="expand"
        )
        self.contract = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="contract"
        )
        self.dropout = keras.layers.Dropout(
            rate, dtype=self.dtype_policy, name="dropout"
        )
        self.normalization = keras.layers.LayerNormalization(
            dtype=self.dtype_policy, name="normalization"
        )

    def build(self, x_shape, context_shape=None):
        features = x_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"x_shape={x_shape}"
            )
        self.expand.build(x_shape)
        self.add_context = (
            keras.layers.Dense(
                self.units,
                use_bias=False,
                dtype=self.dtype_policy,
                name="add_context",
            )
            if context_shape is not None
            else None
        )
        if self.add_context is not None:
            self.add_context.build((*x_shape[:-1], context_shape[-1]))
        self.contract.build((*x_shape[:-1], self.units))
        self.dropout.build((*x_shape[:-1], self.units))
        self.gate = keras.layers.Dense(
            2 * features, dtype=self.dtype_policy, name="gate"
        )
        self.gate.build((*x_shape[:-1], self.units))
        self.normalization.build(x_shape)
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        self.built = True

    def call(self, x, context=None):
        hidden = self.expand(x)
        if context is not None:
            hidden = hidden + self.add_context(context)
        hidden = self.dropout(self.contract(ops.elu(hidden)))
        value, opening = ops.split(self.gate(hidden), 2, axis=-1)
        return self.normalization(x + value * ops.sigmoid(opening))

    def compute_output_shape(self, x_shape, context_shape=None):
        return x_shape

    def get_config(self):
        config = {"units": self.units, "rate": self.rate}
        return {**super().get_config(), **config}
