# Written by layergen 0.1.0 from formulas_followed.yaml
import math

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="formulas_followed")
class FormulasFollowed(keras.layers.Layer):
    """Shapes through constants, lambdas, cells, sums over segments and padding.

    Args:
        units: Positive integer.
        bumps: Positive integer. Defaults to `5`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        target: Tensor of integers.

    Input shape:
        x: `(nodes, features)`.
        target: `(nodes,)`.

    Output shape:
        Tensor of shape `(nodes, units)`.

    Example:

    >>> layer = FormulasFollowed(units=4)
    >>> x = keras.random.normal((4, 8))
    >>> target = keras.random.randint((4,), 0, 4)
    >>> y = layer(x, target)
    """

    def __init__(self, units, bumps=5, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(bumps, int) or bumps < 1:
            raise ValueError(
                f"`bumps` must be a positive integer. Received: bumps={bumps}"
            )
        self.units = units
        self.bumps = bumps
        self.input_spec = keras.layers.InputSpec(ndim=2)
        self.spread = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="spread"
        )
        self.cell = keras.layers.GRUCell(
            units, dtype=self.dtype_policy, name="cell"
        )
        self.mix = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="mix"
        )

    def build(self, x_shape, target_shape):
        self.centres = np.linspace(-1, 1, self.bumps)
        self.spread.build((x_shape[0], self.bumps))
        self.cell.build((x_shape[0], self.units))
        self.mix.build((x_shape[0], self.units))
        self.built = True

    def call(self, x, target):
        nodes = ops.shape(x)[0]

        def soft(v):
            return ops.softplus(v) - math.log(2.0)

        basis = soft(
            ops.exp(
                -ops.square(
                    ops.mean(x, axis=-1)[:, None]
                    - ops.cast(self.centres, self.compute_dtype)
                )
            )
        )
        messages = ops.segment_sum(
            self.spread(basis), target, num_segments=nodes
        )
        h = ops.pad(x, ((0, 0), (0, self.units)))[:, : self.units]
        h, _ = self.cell(messages, [h])
        return self.mix(soft(h))

    def compute_output_shape(self, x_shape, target_shape):
        return (x_shape[0], self.units)

    def get_config(self):
        config = {"units": self.units, "bumps": self.bumps}
        return {**super().get_config(), **config}
