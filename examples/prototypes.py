# Written by layergen 0.1.0 from prototypes.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="prototypes")
class Prototypes(keras.layers.Layer):
    """Minus the squared distances to learned prototypes, as logits.

    Args:
        classes: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., classes)`.

    Example:

    >>> layer = Prototypes(classes=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Snell et al., 2017](https://arxiv.org/abs/1703.05175)
    """

    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(classes, int) or classes < 1:
            raise ValueError(
                "`classes` must be a positive integer. Received: "
                f"classes={classes}"
            )
        self.classes = classes
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.prototypes = self.add_weight(
            name="prototypes",
            shape=(self.classes, features),
            initializer="random_normal",
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        return -ops.sum(
            ops.square(inputs[..., None, :] - self.prototypes), axis=-1
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.classes)

    def get_config(self):
        config = {"classes": self.classes}
        return {**super().get_config(), **config}
