# Written by layergen 0.1.0 from parametric_rectifier.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="parametric_rectifier")
class ParametricRectifier(keras.layers.Layer):
    """A rectifier with a learned slope for each negative feature, shared along
    chosen axes.

    Args:
        shared_axes: Tuple of integers. Axes that have one slope. Defaults to
            `()`.
        alpha_initializer: Initializer for the `alpha` weight. Defaults to
            `"zeros"`.
        alpha_regularizer: Regularizer function for the `alpha` weight.
        alpha_constraint: Constraint function for the `alpha` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ...)`.

    Example:

    >>> layer = ParametricRectifier()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [He et al., 2015](https://arxiv.org/abs/1502.01852)
    """

    def __init__(
        self,
        shared_axes=(),
        alpha_initializer="zeros",
        alpha_regularizer=None,
        alpha_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        shared_axes = tuple(shared_axes)
        if any(not isinstance(item, int) or item < 1 for item in shared_axes):
            raise ValueError(
                "`shared_axes` must be a tuple of positive integers. "
                f"Received: shared_axes={shared_axes}"
            )
        self.shared_axes = shared_axes
        self.alpha_initializer = keras.initializers.get(alpha_initializer)
        self.alpha_regularizer = keras.regularizers.get(alpha_regularizer)
        self.alpha_constraint = keras.constraints.get(alpha_constraint)
        self.supports_masking = True

    def build(self, input_shape):
        self.alpha = self.add_weight(
            name="alpha",
            shape=[
                1 if i in self.shared_axes else input_shape[i]
                for i in range(1, len(input_shape))
            ],
            initializer=self.alpha_initializer,
            regularizer=self.alpha_regularizer,
            constraint=self.alpha_constraint,
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.relu(inputs) - self.alpha * ops.relu(-inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "shared_axes": self.shared_axes,
            "alpha_initializer": keras.initializers.serialize(
                self.alpha_initializer
            ),
            "alpha_regularizer": keras.regularizers.serialize(
                self.alpha_regularizer
            ),
            "alpha_constraint": keras.constraints.serialize(
                self.alpha_constraint
            ),
        }
        return {**super().get_config(), **config}
