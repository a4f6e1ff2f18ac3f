# Written by layergen 0.1.0 from mlp_block.yaml
import keras


@keras.saving.register_keras_serializable(package="mlp_block")
class MLPBlock(keras.layers.Layer):
    """MLPBlock layer.

    Args:
        units: Positive integer.
        hidden: Tuple of integers. Defaults to `(16, 8)`.
        dropout: Float between 0 and 0.99. Defaults to `0.0`.
        activation: Activation function to use. Defaults to `"relu"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = MLPBlock(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(
        self, units, hidden=(16, 8), dropout=0.0, activation="relu", **kwargs
    ):
        super().__init__(**kwargs)
        hidden = tuple(hidden)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if any(not isinstance(item, int) or item < 1 for item in hidden):
            raise ValueError(
                "`hidden` must be a tuple of positive integers. Received: "
                f"hidden={hidden}"
            )
        if not isinstance(dropout, (int, float)) or not 0 <= dropout <= 0.99:
            raise ValueError(
                "`dropout` must be a number between 0 and 0.99. Received: "
                f"dropout={dropout}"
            )
        self.units = units
        self.hidden = hidden
        self.dropout = dropout
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True
        self.blocks = [
            keras.layers.Dense(
                hidden[index],
                activation=self.activation,
                dtype=self.dtype_policy,
                name=f"blocks_{index}",
            )
            for index in range(len(hidden))
        ]
        self.drops = [
            keras.layers.Dropout(
                dropout, dtype=self.dtype_policy, name=f"drops_{index}"
            )
            for index in range(len(hidden))
        ]
        self.last = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="last"
        )

    def build(self, input_shape):
        features = input_shape[-1]
        shape = input_shape
        for layer in self.blocks:
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        for index, layer in enumerate(self.drops):
            layer.build((*input_shape[:-1], self.hidden[index]))
        self.last.build(
            (*input_shape[:-1], self.hidden[-1] if self.hidden else features)
        )
        super().build(input_shape)

    def call(self, inputs):
        y = inputs
        for block, drop in zip(self.blocks, self.drops):
            y = drop(block(y))
        return self.last(y)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "hidden": self.hidden,
            "dropout": self.dropout,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
