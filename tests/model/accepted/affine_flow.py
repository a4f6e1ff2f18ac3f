# Written by layergen 0.1.0 from affine_flow.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="affine_flow")
class AffineFlow(keras.layers.Layer):
    """AffineFlow layer.

    Args:
        hidden: Positive integer. Defaults to `16`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        inverse: Option of the call. Defaults to `False`.

    Input shape:
        Tensor of shape `(batch, d)`.

    Output shape:
        y: `(batch, d)`.
        logdet: `(batch,)`.

    Example:

    >>> layer = AffineFlow()
    >>> x = keras.random.normal((2, 8))
    >>> y, logdet = layer(x)
    """

    def __init__(self, hidden=16, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(hidden, int) or hidden < 1:
            raise ValueError(
                "`hidden` must be a positive integer. Received: "
                f"hidden={hidden}"
            )
        self.hidden = hidden
        self.input_spec = keras.layers.InputSpec(ndim=2)
        self.net = keras.layers.Dense(
            hidden, activation="relu", dtype=self.dtype_policy, name="net"
        )

    def build(self, input_shape):
        d = input_shape[-1]
        if d is None:
            raise ValueError(
                "The axis `d` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if d % 2 != 0:
            raise ValueError(f"`d` must be divisible by 2. Received: d={d}")
        self.net.build((input_shape[0], d // 2))
        self.to_s = keras.layers.Dense(
            d // 2,
            kernel_initializer="zeros",
            dtype=self.dtype_policy,
            name="to_s",
        )
        self.to_s.build((input_shape[0], self.hidden))
        self.to_t = keras.layers.Dense(
            d // 2,
            kernel_initializer="zeros",
            dtype=self.dtype_policy,
            name="to_t",
        )
        self.to_t.build((input_shape[0], self.hidden))
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: d})
        super().build(input_shape)

    def call(self, inputs, *, inverse=False):
        a, b = ops.split(inputs, 2, axis=-1)
        h = self.net(a)
        s = ops.tanh(self.to_s(h))
        t = self.to_t(h)
        if inverse:
            b = (b - t) * ops.exp(-s)
            logdet = -ops.sum(s, axis=-1)
        else:
            b = b * ops.exp(s) + t
            logdet = ops.sum(s, axis=-1)
        y = ops.concatenate([a, b], axis=-1)
        return y, logdet

    def compute_output_shape(self, input_shape):
        return input_shape, (input_shape[0],)

    def get_config(self):
        config = {"hidden": self.hidden}
        return {**super().get_config(), **config}
