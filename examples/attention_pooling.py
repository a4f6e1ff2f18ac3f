# Written by layergen 0.1.0 from attention_pooling.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="attention_pooling")
class AttentionPooling(keras.layers.Layer):
    """A learned weighted average over time that leaves out masked steps.

    Args:
        units: Positive integer. Size of the hidden representation.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, features)`.

    Example:

    >>> layer = AttentionPooling(units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - Yang et al., 2016, Hierarchical attention networks for document
      classification
    """

    def __init__(
        self,
        units,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.context = self.add_weight(
            name="context", shape=(self.units,), initializer="glorot_uniform"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, mask=None):
        scores = ops.matmul(
            ops.tanh(ops.matmul(inputs, self.kernel) + self.bias), self.context
        )
        if mask is not None:
            scores = ops.where(mask, scores, -3e4)
        return ops.einsum("bt,btf->bf", ops.softmax(scores), inputs)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])

    def compute_mask(self, inputs, mask=None):
        return None

    def get_config(self):
        config = {
            "units": self.units,
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
