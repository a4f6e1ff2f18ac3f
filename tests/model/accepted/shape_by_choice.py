# Written by layergen 0.1.0 from shape_by_choice.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="shape_by_choice")
class ShapeByChoice(keras.layers.Layer):
    """Shapes that depend on a word.

    Args:
        rank: One of `"full"`, `"diagonal"`. Defaults to `"full"`.
        layout: One of `"rows"`, `"columns"`. Defaults to `"rows"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, items, features)`.

    Output shape:
        Tensor of shape
            `(batch, items if layout == 'rows' else features, features if layout == 'rows' else items)`.

    Example:

    >>> layer = ShapeByChoice()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, rank="full", layout="rows", **kwargs):
        super().__init__(**kwargs)
        if rank not in ("full", "diagonal"):
            raise ValueError(
                "`rank` must be one of 'full', 'diagonal'. Received: "
                f"rank={rank}"
            )
        if layout not in ("rows", "columns"):
            raise ValueError(
                "`layout` must be one of 'rows', 'columns'. Received: "
                f"layout={layout}"
            )
        self.rank = rank
        self.layout = layout
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, features) if self.rank == "full" else (features,),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        y = (
            ops.matmul(inputs, self.kernel)
            if self.rank == "full"
            else inputs * self.kernel
        )
        if self.layout == "columns":
            y = ops.transpose(y, (0, 2, 1))
        return y

    def compute_output_shape(self, input_shape):
        items = input_shape[1]
        features = input_shape[-1]
        return (
            input_shape[0],
            items if self.layout == "rows" else features,
            features if self.layout == "rows" else items,
        )

    def get_config(self):
        config = {"rank": self.rank, "layout": self.layout}
        return {**super().get_config(), **config}
