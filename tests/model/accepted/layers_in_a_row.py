# Written by layergen 0.1.0 from layers_in_a_row.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="layers_in_a_row")
class LayersInARow(keras.layers.Layer):
    """Lists of layers, each on what the one before it gave, and layers on what
    `call` gives them.

    Args:
        hidden: Tuple of integers. Defaults to `(5, 3)`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        y: Tensor.

    Input shape:
        x: `(batch, items, features)`.
        y: `(batch, others, features)`.

    Output shape:
        Tensor of shape `(batch, hidden[-1] + 7)`.

    Example:

    >>> layer = LayersInARow()
    >>> x = keras.random.normal((2, 6, 5))
    >>> y = keras.random.normal((2, 8, 5))
    >>> z = layer(x, y)
    """

    def __init__(self, hidden=(5, 3), **kwargs):
        super().__init__(**kwargs)
        hidden = tuple(hidden)
        if any(not isinstance(item, int) or item < 1 for item in hidden):
            raise ValueError(
                "`hidden` must be a tuple of positive integers. Received: "
                f"hidden={hidden}"
            )
        self.hidden = hidden
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.encoders = [
            keras.layers.Dense(
                hidden[index],
                activation="relu",
                dtype=self.dtype_policy,
                name=f"encoders_{index}",
            )
            for index in range(len(hidden))
        ]
        self.wide = keras.layers.Dense(7, dtype=self.dtype_policy, name="wide")
        self.norm = keras.layers.LayerNormalization(
            dtype=self.dtype_policy, name="norm"
        )
        self.attend = keras.layers.MultiHeadAttention(
            2, 4, dtype=self.dtype_policy, name="attend"
        )
        self.join = keras.layers.Concatenate(
            dtype=self.dtype_policy, name="join"
        )

    def build(self, x_shape, y_shape):
        features = x_shape[-1]
        if None not in (y_shape[-1], x_shape[2]) and y_shape[-1] != x_shape[2]:
            raise ValueError(
                "Axis 2 of `y` must be `features`. Received: "
                f"y_shape={y_shape}, x_shape={x_shape}"
            )
        shape = x_shape
        for layer in self.encoders:
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        self.wide.build(
            (x_shape[0], x_shape[1], None if features is None else 2 * features)
        )
        self.norm.build((x_shape[0], x_shape[1], 7))
        self.attend.build(
            query_shape=x_shape,
            value_shape=(x_shape[0], y_shape[1], x_shape[2]),
        )
        self.join.build([x_shape, x_shape])
        self.built = True

    def call(self, x, y):
        h = x
        for encoder in self.encoders:
            h = encoder(h)
        a = self.norm(self.wide(self.join([x, self.attend(x, y)])))
        return ops.concatenate(
            [ops.mean(h, axis=1), ops.mean(a, axis=1)], axis=-1
        )

    def compute_output_shape(self, x_shape, y_shape):
        return (x_shape[0], self.hidden[-1] + 7)

    def get_config(self):
        config = {"hidden": self.hidden}
        return {**super().get_config(), **config}
