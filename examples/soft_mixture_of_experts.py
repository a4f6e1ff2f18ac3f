# Written by layergen 0.1.0 from soft_mixture_of_experts.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="soft_mixture_of_experts")
class SoftMixtureOfExperts(keras.layers.Layer):
    """Each expert works on a few slots, and each slot is a soft mixture of all
    tokens.

    Args:
        experts: Positive integer.
        units: Positive integer. Size of each expert's hidden layer.
        slots: Positive integer. Slots of each expert. Defaults to `1`.
        activation: Activation function to use. Defaults to `"gelu"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = SoftMixtureOfExperts(experts=4, units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Puigcerver et al., 2024](https://arxiv.org/abs/2308.00951)
    """

    def __init__(self, experts, units, slots=1, activation="gelu", **kwargs):
        super().__init__(**kwargs)
        if not isinstance(experts, int) or experts < 1:
            raise ValueError(
                "`experts` must be a positive integer. Received: "
                f"experts={experts}"
            )
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(slots, int) or slots < 1:
            raise ValueError(
                f"`slots` must be a positive integer. Received: slots={slots}"
            )
        self.experts = experts
        self.units = units
        self.slots = slots
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.router = self.add_weight(
            name="router",
            shape=(features, self.experts, self.slots),
            initializer="glorot_uniform",
        )
        self.expand = self.add_weight(
            name="expand",
            shape=(self.experts, features, self.units),
            initializer=keras.initializers.GlorotUniform(
                input_axes=[1], output_axes=[2]
            ),
        )
        self.contract = self.add_weight(
            name="contract",
            shape=(self.experts, self.units, features),
            initializer=keras.initializers.GlorotUniform(
                input_axes=[1], output_axes=[2]
            ),
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        logits = ops.einsum("btf,fes->btes", inputs, self.router)
        dispatch_logits = logits
        if mask is not None:
            dispatch_logits = ops.where(mask[:, :, None, None], logits, -1e9)
        dispatch = ops.softmax(dispatch_logits, axis=1)
        combine = ops.exp(logits - ops.max(logits, axis=(2, 3), keepdims=True))
        combine = combine / ops.sum(combine, axis=(2, 3), keepdims=True)
        gathered = ops.einsum("btf,btes->besf", inputs, dispatch)
        hidden = self.activation(
            ops.einsum("besf,efu->besu", gathered, self.expand)
        )
        return ops.einsum("besu,euf,btes->btf", hidden, self.contract, combine)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "experts": self.experts,
            "units": self.units,
            "slots": self.slots,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
