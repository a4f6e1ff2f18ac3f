# Written by layergen 0.1.0 from position_embedding.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="position_embedding")
class PositionEmbedding(keras.layers.Layer):
    """Adds a learned vector for each position.

    Args:
        max_length: Positive integer. Longest sequence there is.
        positions_initializer: Initializer for the `positions` weight. Defaults
            to `"glorot_uniform"`.
        positions_regularizer: Regularizer function for the `positions` weight.
        positions_constraint: Constraint function for the `positions` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = PositionEmbedding(max_length=16)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Devlin et al., 2018](https://arxiv.org/abs/1810.04805)
    """

    def __init__(
        self,
        max_length,
        positions_initializer="glorot_uniform",
        positions_regularizer=None,
        positions_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(max_length, int) or max_length < 1:
            raise ValueError(
                "`max_length` must be a positive integer. Received: "
                f"max_length={max_length}"
            )
        self.max_length = max_length
        self.positions_initializer = keras.initializers.get(
            positions_initializer
        )
        self.positions_regularizer = keras.regularizers.get(
            positions_regularizer
        )
        self.positions_constraint = keras.constraints.get(positions_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.positions = self.add_weight(
            name="positions",
            shape=(self.max_length, features),
            initializer=self.positions_initializer,
            regularizer=self.positions_regularizer,
            constraint=self.positions_constraint,
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        time = ops.shape(inputs)[1]
        return inputs + self.positions[:time]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "max_length": self.max_length,
            "positions_initializer": keras.initializers.serialize(
                self.positions_initializer
            ),
            "positions_regularizer": keras.regularizers.serialize(
                self.positions_regularizer
            ),
            "positions_constraint": keras.constraints.serialize(
                self.positions_constraint
            ),
        }
        return {**super().get_config(), **config}
