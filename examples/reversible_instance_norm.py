# Written by layergen 0.1.0 from reversible_instance_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="reversible_instance_norm")
class ReversibleInstanceNorm(keras.layers.Layer):
    """Normalises a series by the statistics of its history, and maps forecasts
    back (RevIN).

    Args:
        epsilon: Float. Defaults to `1e-5`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        history: Tensor.
        inverse: Whether to map back. Defaults to `False`.

    Input shape:
        x: `(batch, time, features)`.
        history: `(batch, steps, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = ReversibleInstanceNorm()
    >>> x = keras.random.normal((2, 6, 5))
    >>> history = keras.random.normal((2, 8, 5))
    >>> y = layer(x, history)

    References:

    - Kim et al., 2022, openreview:cGDAkQo1C0p
    """

    def __init__(self, epsilon=1e-5, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, x_shape, history_shape):
        features = x_shape[-1]
        if history_shape[-1] not in (None, features):
            raise ValueError(
                "Axis 2 of `history` must be `features`. Received: "
                f"history_shape={history_shape}, x_shape={x_shape}"
            )
        self.scale = self.add_weight(
            name="scale", shape=(features,), initializer="ones"
        )
        self.shift = self.add_weight(
            name="shift", shape=(features,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, x, history, *, inverse=False):
        average, variance = ops.moments(history, axes=1, keepdims=True)
        deviation = ops.sqrt(variance + self.epsilon)
        if inverse:
            y = (x - self.shift) / self.scale * deviation + average
        else:
            y = (x - average) / deviation * self.scale + self.shift
        return y

    def compute_output_shape(self, x_shape, history_shape):
        return x_shape

    def get_config(self):
        config = {"epsilon": self.epsilon}
        return {**super().get_config(), **config}
