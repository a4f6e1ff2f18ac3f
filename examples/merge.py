# Written by layergen 0.1.0 from merge.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="merge")
class Merge(keras.layers.Layer):
    """Combines any number of tensors of one shape.

    Args:
        mode: One of `"add"`, `"multiply"`, `"average"`, `"maximum"`. Defaults
            to `"add"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: List of tensors.

    Input shape:
        List of tensors of shape `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ...)`.

    Example:

    >>> layer = Merge()
    >>> xs = [keras.random.normal((2, 8)) for _ in range(3)]
    >>> y = layer(xs)

    References:

    - keras.layers.Add, Multiply, Average and Maximum
    """

    def __init__(self, mode="add", **kwargs):
        super().__init__(**kwargs)
        if mode not in ("add", "multiply", "average", "maximum"):
            raise ValueError(
                "`mode` must be one of 'add', 'multiply', 'average', "
                f"'maximum'. Received: mode={mode}"
            )
        self.mode = mode
        self.supports_masking = True

    def call(self, inputs):
        y = inputs[0]
        for x in inputs[1:]:
            if self.mode == "multiply":
                y = y * x
            elif self.mode == "maximum":
                y = ops.maximum(y, x)
            else:
                y = y + x
        if self.mode == "average":
            y = y / len(inputs)
        return y

    def compute_output_shape(self, input_shape):
        return input_shape[0]

    def compute_mask(self, inputs, mask=None):
        return None if mask is None else mask[0]

    def get_config(self):
        config = {"mode": self.mode}
        return {**super().get_config(), **config}
