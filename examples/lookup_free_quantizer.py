# Written by layergen 0.1.0 from lookup_free_quantizer.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="lookup_free_quantizer")
class LookupFreeQuantizer(keras.layers.Layer):
    """Takes the sign of each feature as its code; losses keep the codes sure
    and all in use (LFQ).

    Args:
        entropy_weight: Float. Defaults to `0.1`.
        commitment: Float. Defaults to `0.25`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        y: `(batch, ..., features)`.
        indices: `(batch, ...)` of int32.

    Example:

    >>> layer = LookupFreeQuantizer()
    >>> x = keras.random.normal((2, 8))
    >>> y, indices = layer(x)

    References:

    - [Yu et al., 2023](https://arxiv.org/abs/2310.05737)
    """

    def __init__(self, entropy_weight=0.1, commitment=0.25, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(entropy_weight, (int, float)) or entropy_weight < 0:
            raise ValueError(
                "`entropy_weight` must be a non-negative number. Received: "
                f"entropy_weight={entropy_weight}"
            )
        if not isinstance(commitment, (int, float)) or commitment < 0:
            raise ValueError(
                "`commitment` must be a non-negative number. Received: "
                f"commitment={commitment}"
            )
        self.entropy_weight = entropy_weight
        self.commitment = commitment
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.powers = 2 ** np.arange(features)
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs, training=False):
        code = ops.where(inputs > 0, 1.0, -1.0)
        indices = ops.sum(
            ops.cast(inputs > 0, "int32") * ops.cast(self.powers, "int32"),
            axis=-1,
        )
        if training:
            p = ops.sigmoid(4 * inputs)
            q = ops.clip(p, 1e-6, 1 - 1e-6)
            sure = ops.mean(-q * ops.log(q) - (1 - q) * ops.log(1 - q))
            average = ops.clip(
                ops.mean(p, axis=tuple(range(ops.ndim(inputs) - 1))),
                1e-6,
                1 - 1e-6,
            )
            used = ops.mean(
                -average * ops.log(average)
                - (1 - average) * ops.log(1 - average)
            )
            self.add_loss(self.entropy_weight * (sure - used))
            self.add_loss(
                self.commitment
                * ops.mean(
                    ops.square(
                        inputs
                        - ops.cast(ops.stop_gradient(code), self.compute_dtype)
                    )
                )
            )
        y = inputs + ops.stop_gradient(
            ops.cast(code, self.compute_dtype) - inputs
        )
        return y, indices

    def compute_output_shape(self, input_shape):
        return input_shape, input_shape[:-1]

    def compute_output_spec(self, inputs, training=False):
        y_shape, indices_shape = self.compute_output_shape(inputs.shape)
        return (
            keras.KerasTensor(y_shape, dtype=self.compute_dtype),
            keras.KerasTensor(indices_shape, dtype="int32"),
        )

    def compute_mask(self, inputs, mask=None):
        return (mask, mask)

    def get_config(self):
        config = {
            "entropy_weight": self.entropy_weight,
            "commitment": self.commitment,
        }
        return {**super().get_config(), **config}
