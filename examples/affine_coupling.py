# Written by layergen 0.1.0 from affine_coupling.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="affine_coupling")
class AffineCoupling(keras.layers.Layer):
    """Half of the features scales and shifts the other half; invertible, with
    its log-determinant (RealNVP).

    Args:
        units: Positive integer. Size of the hidden layer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        inverse: Whether to map back. Defaults to `False`.

    Input shape:
        Tensor of shape `(batch, features)`.

    Output shape:
        y: `(batch, features)`.
        log_determinant: `(batch,)`.

    Example:

    >>> layer = AffineCoupling(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y, log_determinant = layer(x)

    References:

    - [Dinh et al., 2017](https://arxiv.org/abs/1605.08803)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=2)
        self.hidden = keras.layers.Dense(
            units, activation="relu", dtype=self.dtype_policy, name="hidden"
        )

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if features < 2:
            raise ValueError(
                f"`features >= 2` must hold. Received: features={features}"
            )
        self.kept = features // 2
        changed = features - self.kept
        self.hidden.build((input_shape[0], self.kept))
        self.coefficients = keras.layers.Dense(
            2 * changed,
            kernel_initializer="zeros",
            dtype=self.dtype_policy,
            name="coefficients",
        )
        self.coefficients.build((input_shape[0], self.units))
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, *, inverse=False):
        a, b = inputs[:, : self.kept], inputs[:, self.kept :]
        log_scale, shift = ops.split(
            self.coefficients(self.hidden(a)), 2, axis=-1
        )
        log_scale = ops.tanh(log_scale)
        b = (
            (b - shift) * ops.exp(-log_scale)
            if inverse
            else b * ops.exp(log_scale) + shift
        )
        y = ops.concatenate([a, b], axis=-1)
        log_determinant = ops.sum(log_scale, axis=-1)
        if inverse:
            log_determinant = -log_determinant
        return y, log_determinant

    def compute_output_shape(self, input_shape):
        return input_shape, (input_shape[0],)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
