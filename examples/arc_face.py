# Written by layergen 0.1.0 from arc_face.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="arc_face")
class ArcFace(keras.layers.Layer):
    """Cosine logits with an angular margin on the true class; without labels,
    plain ones.

    Args:
        classes: Integer.
        margin: Float. Defaults to `0.5`.
        scale: Float. Defaults to `64.0`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        labels: Optional tensor of integers.

    Input shape:
        x: `(batch, features)`.
        labels: `(batch,)`.

    Output shape:
        Tensor of shape `(batch, classes)`.

    Example:

    >>> layer = ArcFace(classes=4)
    >>> x = keras.random.normal((2, 8))
    >>> labels = keras.random.randint((2,), 0, 4)
    >>> y = layer(x, labels)

    References:

    - [Deng et al., 2019](https://arxiv.org/abs/1801.07698)
    """

    def __init__(
        self,
        classes,
        margin=0.5,
        scale=64.0,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(classes, int) or classes < 2:
            raise ValueError(
                "`classes` must be an integer of at least 2. Received: "
                f"classes={classes}"
            )
        if not isinstance(margin, (int, float)) or margin < 0:
            raise ValueError(
                "`margin` must be a non-negative number. Received: "
                f"margin={margin}"
            )
        if not isinstance(scale, (int, float)) or scale < 0:
            raise ValueError(
                "`scale` must be a non-negative number. Received: "
                f"scale={scale}"
            )
        self.classes = classes
        self.margin = margin
        self.scale = scale
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, x_shape, labels_shape=None):
        features = x_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.classes),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        self.built = True

    def call(self, x, labels=None):
        def unit(v, axis):
            squared = ops.sum(
                ops.square(ops.cast(v, "float32")), axis=axis, keepdims=True
            )
            return v * ops.cast(ops.rsqrt(squared + 1e-6), self.compute_dtype)

        cosine = ops.matmul(unit(x, -1), unit(self.kernel, 0))
        if labels is not None:
            angle = ops.arccos(ops.clip(cosine, -1 + 1e-3, 1 - 1e-3))
            cosine = ops.where(
                ops.one_hot(labels, self.classes, dtype=self.compute_dtype) > 0,
                ops.cos(angle + self.margin),
                cosine,
            )
        return self.scale * cosine

    def compute_output_shape(self, x_shape, labels_shape=None):
        return (x_shape[0], self.classes)

    def get_config(self):
        config = {
            "classes": self.classes,
            "margin": self.margin,
            "scale": self.scale,
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
            "kernel_regularizer": keras.regularizers.serialize(
                self.kernel_regularizer
            ),
            "kernel_constraint": keras.constraints.serialize(
                self.kernel_constraint
            ),
        }
        return {**super().get_config(), **config}
