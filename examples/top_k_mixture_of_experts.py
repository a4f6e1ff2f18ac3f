# Written by layergen 0.1.0 from top_k_mixture_of_experts.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="top_k_mixture_of_experts")
class TopKMixtureOfExperts(keras.layers.Layer):
    """Each token goes through its best k experts; a loss keeps the experts
    equally busy.

    Args:
        experts: Positive integer.
        units: Positive integer.
        k: Positive integer. Number of experts that each token sees. Defaults to
            `2`.
        balance: Float. Weight of the load-balancing loss. Defaults to `0.01`.
        activation: Activation function to use. Defaults to `"relu"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = TopKMixtureOfExperts(experts=4, units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Fedus et al., 2022](https://arxiv.org/abs/2101.03961)
    """

    def __init__(
        self, experts, units, k=2, balance=0.01, activation="relu", **kwargs
    ):
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
        if not isinstance(k, int) or k < 1:
            raise ValueError(f"`k` must be a positive integer. Received: k={k}")
        if not isinstance(balance, (int, float)) or balance < 0:
            raise ValueError(
                "`balance` must be a non-negative number. Received: "
                f"balance={balance}"
            )
        if k > experts:
            raise ValueError(
                f"`k <= experts` must hold. Received: k={k}, experts={experts}"
            )
        self.experts = experts
        self.units = units
        self.k = k
        self.balance = balance
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.router = self.add_weight(
            name="router",
            shape=(features, self.experts),
            initializer="glorot_uniform",
        )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.experts, features, self.units),
            initializer=keras.initializers.GlorotUniform(
                input_axes=[1], output_axes=[2]
            ),
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.experts, self.units), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        gates = ops.softmax(ops.matmul(inputs, self.router))
        _, chosen = ops.top_k(gates, self.k)
        selected = ops.sum(
            ops.one_hot(chosen, self.experts, dtype=self.compute_dtype), axis=-2
        )
        share = (
            ops.mean(ops.reshape(selected, (-1, self.experts)), axis=0) / self.k
        )
        importance = ops.mean(ops.reshape(gates, (-1, self.experts)), axis=0)
        self.add_loss(self.balance * self.experts * ops.sum(share * importance))
        gates = gates * selected
        gates = gates / ops.sum(gates, axis=-1, keepdims=True)
        hidden = self.activation(
            ops.einsum("...f,efu->...eu", inputs, self.kernel) + self.bias
        )
        return ops.einsum("...e,...eu->...u", gates, hidden)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {
            "experts": self.experts,
            "units": self.units,
            "k": self.k,
            "balance": self.balance,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
