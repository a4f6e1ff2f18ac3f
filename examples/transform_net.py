# Written by layergen 0.1.0 from transform_net.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="transform_net")
class TransformNet(keras.layers.Layer):
    """Learns a matrix from a whole cloud of points and turns the points by it,
    kept near to orthogonal (PointNet).

    Args:
        hidden: Tuple of integers. Sizes of the layers that each point goes
            through. Defaults to `(64, 128)`.
        regularization: Float. Defaults to `0.001`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, points, features)`.

    Output shape:
        Tensor of shape `(batch, points, features)`.

    Example:

    >>> layer = TransformNet(hidden=(8, 6))
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Qi et al., 2017](https://arxiv.org/abs/1612.00593)
    """

    def __init__(self, hidden=(64, 128), regularization=0.001, **kwargs):
        super().__init__(**kwargs)
        hidden = tuple(hidden)
        if any(not isinstance(item, int) or item < 1 for item in hidden):
            raise ValueError(
                "`hidden` must be a tuple of positive integers. Received: "
                f"hidden={hidden}"
            )
        if not isinstance(regularization, (int, float)) or regularization < 0:
            raise ValueError(
                "`regularization` must be a non-negative number. Received: "
                f"regularization={regularization}"
            )
        self.hidden = hidden
        self.regularization = regularization
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

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.hidden[-1], features * features),
            initializer="zeros",
        )
        self.bias = self.add_weight(
            name="bias",
            shape=(features * features,),
            initializer=keras.initializers.Constant(
                np.reshape(np.eye(features), (features * features,))
            ),
        )
        shape = input_shape
        for layer in self.encoders:
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        features = ops.shape(inputs)[-1]
        h = inputs
        for encoder in self.encoders:
            h = encoder(h)
        matrix = ops.reshape(
            ops.matmul(ops.max(h, axis=1), self.kernel) + self.bias,
            (batch, features, features),
        )
        gram = ops.matmul(matrix, ops.transpose(matrix, (0, 2, 1)))
        self.add_loss(
            self.regularization
            * ops.mean(
                ops.sum(
                    ops.square(
                        gram - ops.eye(features, dtype=self.compute_dtype)
                    ),
                    axis=(1, 2),
                )
            )
        )
        return ops.matmul(inputs, matrix)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"hidden": self.hidden, "regularization": self.regularization}
        return {**super().get_config(), **config}
