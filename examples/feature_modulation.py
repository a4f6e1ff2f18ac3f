# Written by layergen 0.1.0 from feature_modulation.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="feature_modulation")
class FeatureModulation(keras.layers.Layer):
    """Scales and shifts each feature by what a condition says (FiLM).

    Call arguments:
        x: Tensor.
        condition: Tensor.

    Input shape:
        x: `(batch, ..., features)`.
        condition: `(batch, size)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = FeatureModulation()
    >>> x = keras.random.normal((2, 5))
    >>> condition = keras.random.normal((2, 8))
    >>> y = layer(x, condition)

    References:

    - [Perez et al., 2018](https://arxiv.org/abs/1709.07871)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, x_shape, condition_shape):
        features = x_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"x_shape={x_shape}"
            )
        self.scale = keras.layers.Dense(
            features, dtype=self.dtype_policy, name="scale"
        )
        self.scale.build((x_shape[0], condition_shape[1]))
        self.shift = keras.layers.Dense(
            features, dtype=self.dtype_policy, name="shift"
        )
        self.shift.build((x_shape[0], condition_shape[1]))
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        self.built = True

    def call(self, x, condition):
        features = ops.shape(x)[-1]
        shape = [-1] + [1] * (len(x.shape) - 2) + [features]
        return x * (
            1 + ops.reshape(self.scale(condition), shape)
        ) + ops.reshape(self.shift(condition), shape)

    def compute_output_shape(self, x_shape, condition_shape):
        return x_shape
