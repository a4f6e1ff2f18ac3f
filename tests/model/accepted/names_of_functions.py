# Written by layergen 0.1.0 from names_of_functions.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="names_of_functions")
class NamesOfFunctions(keras.layers.Layer):
    """Weights, arguments and inputs that are called like functions of Keras,
    which can be called all the same.

    Args:
        dropout: Float between 0 and 1. Defaults to `0.1`.
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = NamesOfFunctions()
    >>> normal = keras.random.normal((2, 8))
    >>> y = layer(normal)
    """

    def __init__(self, dropout=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(dropout, (int, float)) or not 0 <= dropout <= 1:
            raise ValueError(
                "`dropout` must be a number between 0 and 1. Received: "
                f"dropout={dropout}"
            )
        self.dropout = dropout
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.squeeze = self.add_weight(
            name="squeeze",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.power = self.add_weight(
            name="power", shape=(), initializer="ones", trainable=False
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs, training=False):
        y = ops.matmul(inputs, self.squeeze)
        if training:
            y = keras.random.dropout(
                y, self.dropout, seed=self.seed_generator
            ) + keras.random.normal(
                ops.shape(inputs),
                dtype=self.compute_dtype,
                seed=self.seed_generator,
            )
            self.power.assign(ops.power(self.power, 2))
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"dropout": self.dropout, "seed": self.seed}
        return {**super().get_config(), **config}
