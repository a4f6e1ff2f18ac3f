# Written by layergen 0.1.0 from continuous_filter_conv.yaml
import math

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="continuous_filter_conv")
class ContinuousFilterConv(keras.layers.Layer):
    """Filters made from distances between atoms weigh what each atom hears from
    the others (SchNet).

    Args:
        units: Positive integer.
        num_gaussians: Integer. Defaults to `25`.
        cutoff: Float. Defaults to `5.0`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        positions: Tensor.

    Input shape:
        x: `(batch, atoms, features)`.
        positions: `(batch, atoms, 3)`.

    Output shape:
        Tensor of shape `(batch, atoms, units)`.

    Example:

    >>> layer = ContinuousFilterConv(units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> positions = keras.random.normal((2, 5, 3))
    >>> y = layer(x, positions)

    References:

    - [Schütt et al., 2017](https://arxiv.org/abs/1706.08566)
    """

    def __init__(self, units, num_gaussians=25, cutoff=5.0, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(num_gaussians, int) or num_gaussians < 2:
            raise ValueError(
                "`num_gaussians` must be an integer of at least 2. Received: "
                f"num_gaussians={num_gaussians}"
            )
        if not isinstance(cutoff, (int, float)) or cutoff < 0.1:
            raise ValueError(
                "`cutoff` must be a number of at least 0.1. Received: "
                f"cutoff={cutoff}"
            )
        self.units = units
        self.num_gaussians = num_gaussians
        self.cutoff = cutoff
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.inside = keras.layers.Dense(
            units, use_bias=False, dtype=self.dtype_policy, name="inside"
        )
        self.filter_1 = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="filter_1"
        )
        self.filter_2 = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="filter_2"
        )
        self.outside = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="outside"
        )

    def build(self, x_shape, positions_shape):
        if (
            None not in (positions_shape[1], x_shape[1])
            and positions_shape[1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `positions` must be `atoms`. Received: "
                f"positions_shape={positions_shape}, x_shape={x_shape}"
            )
        if positions_shape[-1] not in (None, 3):
            raise ValueError(
                "Axis 2 of `positions` must be `3`. Received: "
                f"positions_shape={positions_shape}"
            )
        self.centres = np.linspace(0, self.cutoff, self.num_gaussians)
        self.inside.build(x_shape)
        self.filter_1.build(
            (x_shape[0], x_shape[1], x_shape[1], self.num_gaussians)
        )
        self.filter_2.build((x_shape[0], x_shape[1], x_shape[1], self.units))
        self.outside.build((x_shape[0], x_shape[1], self.units))
        self.built = True

    def call(self, x, positions):
        atoms = ops.shape(x)[1]
        offset = positions[:, :, None, :] - positions[:, None, :, :]
        distance = ops.sqrt(ops.sum(ops.square(offset), axis=-1) + 1e-12)
        gamma = 0.5 * ((self.num_gaussians - 1) / self.cutoff) ** 2
        basis = ops.exp(
            -gamma
            * ops.square(
                distance[..., None] - ops.cast(self.centres, self.compute_dtype)
            )
        )

        def ssp(v):
            return ops.softplus(v) - math.log(2.0)

        filters = ssp(self.filter_2(ssp(self.filter_1(basis))))
        fade = ops.where(
            distance < self.cutoff,
            0.5 * (ops.cos(math.pi * distance / self.cutoff) + 1),
            0.0,
        )
        others = 1 - ops.eye(atoms, dtype=self.compute_dtype)
        filters = filters * (fade * others)[..., None]
        return self.outside(
            ops.einsum("bijf,bjf->bif", filters, self.inside(x))
        )

    def compute_output_shape(self, x_shape, positions_shape):
        return (x_shape[0], x_shape[1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "num_gaussians": self.num_gaussians,
            "cutoff": self.cutoff,
        }
        return {**super().get_config(), **config}
