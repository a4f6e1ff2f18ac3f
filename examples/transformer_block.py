# Written by layergen 0.1.0 from transformer_block.yaml
import keras


@keras.saving.register_keras_serializable(package="transformer_block")
class TransformerBlock(keras.layers.Layer):
    """Self-attention and a feed-forward network, each behind a normalisation
    and beside a shortcut.

    Args:
        num_heads: Positive integer. Number of attention heads.
        hidden: Positive integer. Size of the hidden representation.
        rate: Float between 0 and 1. Part that is dropped in training. Defaults
            to `0.1`.
        activation: Activation function to use. Defaults to `"gelu"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = TransformerBlock(num_heads=2, hidden=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Xiong et al., 2020, On layer normalization in the transformer
      architecture](https://arxiv.org/abs/2002.04745)
    """

    def __init__(
        self, num_heads, hidden, rate=0.1, activation="gelu", **kwargs
    ):
        super().__init__(**kwargs)
        if not isinstance(num_heads, int) or num_heads < 1:
            raise ValueError(
                "`num_heads` must be a positive integer. Received: "
                f"num_heads={num_heads}"
            )
        if not isinstance(hidden, int) or hidden < 1:
            raise ValueError(
                "`hidden` must be a positive integer. Received: "
                f"hidden={hidden}"
            )
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(
                "`rate` must be a number between 0 and 1. Received: "
                f"rate={rate}"
            )
        self.num_heads = num_heads
        self.hidden = hidden
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True
        self.attention_norm = keras.layers.LayerNormalization(
            epsilon=1e-6, dtype=self.dtype_policy, name="attention_norm"
        )
        self.network_norm = keras.layers.LayerNormalization(
            epsilon=1e-6, dtype=self.dtype_policy, name="network_norm"
        )
        self.expand = keras.layers.Dense(
            hidden, dtype=self.dtype_policy, name="expand"
        )
        self.drop = keras.layers.Dropout(
            rate, dtype=self.dtype_policy, name="drop"
        )

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if features % self.num_heads != 0:
            raise ValueError(
                "`features` must be divisible by `num_heads`. Received: "
                f"features={features}, num_heads={self.num_heads}"
            )
        self.attention_norm.build(input_shape)
        self.attention = keras.layers.MultiHeadAttention(
            self.num_heads,
            features // self.num_heads,
            dtype=self.dtype_policy,
            name="attention",
        )
        self.attention.build(query_shape=input_shape, value_shape=input_shape)
        self.network_norm.build(input_shape)
        self.expand.build(input_shape)
        self.contract = keras.layers.Dense(
            features, dtype=self.dtype_policy, name="contract"
        )
        self.contract.build((input_shape[0], input_shape[1], self.hidden))
        self.drop.build(input_shape)
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        normed = self.attention_norm(inputs)
        inputs = inputs + self.drop(self.attention(normed, normed))
        return inputs + self.drop(
            self.contract(
                self.activation(self.expand(self.network_norm(inputs)))
            )
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "num_heads": self.num_heads,
            "hidden": self.hidden,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
