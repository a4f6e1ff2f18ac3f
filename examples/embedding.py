# Written by layergen 0.1.0 from embedding.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="embedding")
class Embedding(keras.layers.Layer):
    """A row of a table for each integer.

    Args:
        input_dim: Positive integer. Number of rows of the table.
        output_dim: Positive integer. Size of each row.
        mask_zero: Boolean. Whether 0 is padding and is masked. Defaults to
            `False`.
        embeddings_initializer: Initializer for the `embeddings` weight.
            Defaults to `"uniform"`.
        embeddings_regularizer: Regularizer function for the `embeddings`
            weight.
        embeddings_constraint: Constraint function for the `embeddings` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor of integers.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ..., output_dim)`.

    Example:

    >>> layer = Embedding(input_dim=4, output_dim=4)
    >>> ids = keras.random.randint((2, 8), 0, 4)
    >>> y = layer(ids)

    References:

    - keras.layers.Embedding
    """

    def __init__(
        self,
        input_dim,
        output_dim,
        mask_zero=False,
        embeddings_initializer="uniform",
        embeddings_regularizer=None,
        embeddings_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(input_dim, int) or input_dim < 1:
            raise ValueError(
                "`input_dim` must be a positive integer. Received: "
                f"input_dim={input_dim}"
            )
        if not isinstance(output_dim, int) or output_dim < 1:
            raise ValueError(
                "`output_dim` must be a positive integer. Received: "
                f"output_dim={output_dim}"
            )
        self.input_dim = input_dim
        self.output_dim = output_dim
        self.mask_zero = mask_zero
        self.embeddings_initializer = keras.initializers.get(
            embeddings_initializer
        )
        self.embeddings_regularizer = keras.regularizers.get(
            embeddings_regularizer
        )
        self.embeddings_constraint = keras.constraints.get(
            embeddings_constraint
        )
        self.supports_masking = True

    def build(self, input_shape):
        self.embeddings = self.add_weight(
            name="embeddings",
            shape=(self.input_dim, self.output_dim),
            initializer=self.embeddings_initializer,
            regularizer=self.embeddings_regularizer,
            constraint=self.embeddings_constraint,
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.take(self.embeddings, inputs, axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.output_dim)

    def compute_mask(self, inputs, mask=None):
        return ops.not_equal(inputs, 0) if self.mask_zero else mask

    def get_config(self):
        config = {
            "input_dim": self.input_dim,
            "output_dim": self.output_dim,
            "mask_zero": self.mask_zero,
            "embeddings_initializer": keras.initializers.serialize(
                self.embeddings_initializer
            ),
            "embeddings_regularizer": keras.regularizers.serialize(
                self.embeddings_regularizer
            ),
            "embeddings_constraint": keras.constraints.serialize(
                self.embeddings_constraint
            ),
        }
        return {**super().get_config(), **config}
