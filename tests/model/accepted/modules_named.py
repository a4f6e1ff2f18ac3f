# Written by layergen 0.1.0 from modules_named.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="modules_named")
class ModulesNamed(keras.layers.Layer):
    """Functions with the module that they come from, as they stand in a layer.

    Args:
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, features, features)`.

    Output shape:
        Tensor of shape `(batch, features, 1)`.

    Example:

    >>> layer = ModulesNamed()
    >>> x = keras.random.normal((2, 8, 8))
    >>> y = layer(x)
    """

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        if (
            None not in (input_shape[-1], input_shape[1])
            and input_shape[-1] != input_shape[1]
        ):
            raise ValueError(
                "Axis 2 of `x` must be `features`. Received: "
                f"input_shape={input_shape}"
            )
        super().build(input_shape)

    def call(self, inputs, training=False):
        y = ops.relu(ops.mean(inputs, axis=-1, keepdims=True)) + ops.norm(
            inputs, axis=-1, keepdims=True
        )
        if training:
            y = (
                y
                + keras.random.normal(
                    ops.shape(y),
                    dtype=self.compute_dtype,
                    seed=self.seed_generator,
                )
                + keras.random.uniform(
                    ops.shape(y),
                    dtype=self.compute_dtype,
                    seed=self.seed_generator,
                )
            )
        return y

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], 1)

    def get_config(self):
        config = {"seed": self.seed}
        return {**super().get_config(), **config}
