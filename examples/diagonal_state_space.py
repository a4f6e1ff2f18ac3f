# Written by layergen 0.1.0 from diagonal_state_space.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="diagonal_state_space")
class DiagonalStateSpace(keras.layers.Layer):
    """A linear state space for each feature, with a diagonal transition, over
    all steps at once (S4D).

    Args:
        order: Positive integer. Number of states of each feature. Defaults to
            `4`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = DiagonalStateSpace()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Gu et al., 2022](https://arxiv.org/abs/2206.11893)
    """

    def __init__(self, order=4, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(order, int) or order < 1:
            raise ValueError(
                f"`order` must be a positive integer. Received: order={order}"
            )
        self.order = order
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.rate = self.add_weight(
            name="rate",
            shape=(features, self.order),
            initializer=keras.initializers.Constant(
                np.log(np.arange(1, self.order + 1)) * np.ones((features, 1))
            ),
        )
        self.log_step = self.add_weight(
            name="log_step",
            shape=(features, 1),
            initializer=keras.initializers.Constant(-3.0),
        )
        self.write = self.add_weight(
            name="write", shape=(features, self.order), initializer="ones"
        )
        self.read = self.add_weight(
            name="read",
            shape=(features, self.order),
            initializer="glorot_uniform",
        )
        self.skip = self.add_weight(
            name="skip", shape=(features,), initializer="ones"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        step = ops.exp(self.log_step)
        decay = ops.exp(-ops.exp(self.rate) * step)
        driven = inputs[..., None] * self.write * step

        def combine(earlier, later):
            return earlier[0] * later[0], later[0] * earlier[1] + later[1]

        _, state = ops.associative_scan(
            combine, (ops.ones_like(driven) * decay, driven), axis=1
        )
        # On PyTorch the scan gives float32 whatever it gets.
        return (
            ops.sum(ops.cast(state, self.compute_dtype) * self.read, axis=-1)
            + self.skip * inputs
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"order": self.order}
        return {**super().get_config(), **config}
