# Written by layergen 0.1.0 from gated_linear_recurrence.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="gated_linear_recurrence")
class GatedLinearRecurrence(keras.layers.Layer):
    """A linear recurrence with input and decay gates; masked steps leave the
    state alone (RG-LRU).

    Args:
        sharpness: Float. Defaults to `8.0`.
        return_state: Boolean. Whether the last state comes out as well.
            Defaults to `False`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        y: `(batch, time, features)`.
        state: `(batch, features)`, if `return_state`.

    Example:

    >>> layer = GatedLinearRecurrence()
    >>> x = keras.random.normal((2, 5, 8))
    >>> outputs = layer(x)

    References:

    - [De et al., 2024](https://arxiv.org/abs/2402.19427)
    """

    def __init__(self, sharpness=8.0, return_state=False, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(sharpness, (int, float)) or sharpness < 0:
            raise ValueError(
                "`sharpness` must be a non-negative number. Received: "
                f"sharpness={sharpness}"
            )
        self.sharpness = sharpness
        self.return_state = return_state
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.input_gate = self.add_weight(
            name="input_gate",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.decay_gate = self.add_weight(
            name="decay_gate",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.decay = self.add_weight(
            name="decay",
            shape=(features,),
            initializer=keras.initializers.Constant(
                np.log(
                    np.expm1(
                        -np.log(np.linspace(0.9, 0.999, features))
                        / self.sharpness
                    )
                )
            ),
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        opening = ops.sigmoid(ops.matmul(inputs, self.input_gate))
        log_a = (
            -self.sharpness
            * ops.softplus(self.decay)
            * ops.sigmoid(ops.matmul(inputs, self.decay_gate))
        )
        driven = ops.sqrt(1 - ops.exp(2 * log_a)) * opening * inputs
        if mask is not None:
            log_a = ops.where(mask[:, :, None], log_a, 0.0)
            driven = ops.where(mask[:, :, None], driven, 0.0)

        def step(h, now):
            h = now[0] * h + now[1]
            return h, h

        state, h = ops.scan(
            step,
            ops.zeros_like(inputs[:, 0]),
            (ops.swapaxes(ops.exp(log_a), 0, 1), ops.swapaxes(driven, 0, 1)),
        )
        y = ops.swapaxes(h, 0, 1)
        if self.return_state:
            return y, state
        return y

    def compute_output_shape(self, input_shape):
        if self.return_state:
            return input_shape, (input_shape[0], input_shape[2])
        return input_shape

    def compute_mask(self, inputs, mask=None):
        return (mask, None)

    def get_config(self):
        config = {
            "sharpness": self.sharpness,
            "return_state": self.return_state,
        }
        return {**super().get_config(), **config}
