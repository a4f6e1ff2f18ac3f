# Written by layergen 0.1.0 from swi_glu.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="swi_glu")
class SwiGLU(keras.layers.Layer):
    """The gated feed-forward part of a transformer.

    Args:
        hidden: Positive integer. Size of the hidden representation.
        activation: Activation function to use. Defaults to `"silu"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = SwiGLU(hidden=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Shazeer, 2020](https://arxiv.org/abs/2002.05202)
    """

    def __init__(self, hidden, activation="silu", **kwargs):
        super().__init__(**kwargs)
        if not isinstance(hidden, int) or hidden < 1:
            raise ValueError(
                "`hidden` must be a positive integer. Received: "
                f"hidden={hidden}"
            )
        self.hidden = hidden
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.gate = self.add_weight(
            name="gate",
            shape=(features, self.hidden),
            initializer="glorot_uniform",
        )
        self.up = self.add_weight(
            name="up",
            shape=(features, self.hidden),
            initializer="glorot_uniform",
        )
        self.down = self.add_weight(
            name="down",
            shape=(self.hidden, features),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(
            self.activation(ops.matmul(inputs, self.gate))
            * ops.matmul(inputs, self.up),
            self.down,
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "hidden": self.hidden,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
