# Written by layergen 0.1.0 from layer_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="layer_norm")
class LayerNorm(keras.layers.Layer):
    """Normalises the last axis of each position.

    Args:
        epsilon: Float. Defaults to `0.001`.
        center: Boolean. Defaults to `True`.
        scale: Boolean. Defaults to `True`.
        gamma_initializer: Initializer for the `gamma` weight. Defaults to
            `"ones"`.
        beta_initializer: Initializer for the `beta` weight. Defaults to
            `"zeros"`.
        gamma_regularizer: Regularizer function for the `gamma` weight.
        beta_regularizer: Regularizer function for the `beta` weight.
        gamma_constraint: Constraint function for the `gamma` weight.
        beta_constraint: Constraint function for the `beta` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = LayerNorm()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Ba et al., 2016](https://arxiv.org/abs/1607.06450)
    """

    def __init__(
        self,
        epsilon=0.001,
        center=True,
        scale=True,
        gamma_initializer="ones",
        beta_initializer="zeros",
        gamma_regularizer=None,
        beta_regularizer=None,
        gamma_constraint=None,
        beta_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.epsilon = epsilon
        self.center = center
        self.scale = scale
        self.gamma_initializer = keras.initializers.get(gamma_initializer)
        self.beta_initializer = keras.initializers.get(beta_initializer)
        self.gamma_regularizer = keras.regularizers.get(gamma_regularizer)
        self.beta_regularizer = keras.regularizers.get(beta_regularizer)
        self.gamma_constraint = keras.constraints.get(gamma_constraint)
        self.beta_constraint = keras.constraints.get(beta_constraint)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if self.scale:
            self.gamma = self.add_weight(
                name="gamma",
                shape=(features,),
                initializer=self.gamma_initializer,
                regularizer=self.gamma_regularizer,
                constraint=self.gamma_constraint,
            )
        else:
            self.gamma = None
        if self.center:
            self.beta = self.add_weight(
                name="beta",
                shape=(features,),
                initializer=self.beta_initializer,
                regularizer=self.beta_regularizer,
                constraint=self.beta_constraint,
            )
        else:
            self.beta = None
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        average, variance = ops.moments(inputs, axes=-1, keepdims=True)
        y = (inputs - average) * ops.rsqrt(variance + self.epsilon)
        if self.scale:
            y = y * self.gamma
        if self.center:
            y = y + self.beta
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "epsilon": self.epsilon,
            "center": self.center,
            "scale": self.scale,
            "gamma_initializer": keras.initializers.serialize(
                self.gamma_initializer
            ),
            "beta_initializer": keras.initializers.serialize(
                self.beta_initializer
            ),
            "gamma_regularizer": keras.regularizers.serialize(
                self.gamma_regularizer
            ),
            "beta_regularizer": keras.regularizers.serialize(
                self.beta_regularizer
            ),
            "gamma_constraint": keras.constraints.serialize(
                self.gamma_constraint
            ),
            "beta_constraint": keras.constraints.serialize(
                self.beta_constraint
            ),
        }
        return {**super().get_config(), **config}
