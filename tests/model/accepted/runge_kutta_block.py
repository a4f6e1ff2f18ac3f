# Written by layergen 0.1.0 from runge_kutta_block.yaml
import keras


@keras.saving.register_keras_serializable(package="runge_kutta_block")
class RungeKuttaBlock(keras.layers.Layer):
    """RungeKuttaBlock layer.

    Args:
        hidden: Positive integer. Defaults to `16`.
        steps: Positive integer. Defaults to `2`.
        activation: Activation function to use. Defaults to `"tanh"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = RungeKuttaBlock()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(self, hidden=16, steps=2, activation="tanh", **kwargs):
        super().__init__(**kwargs)
        if not isinstance(hidden, int) or hidden < 1:
            raise ValueError(
                "`hidden` must be a positive integer. Received: "
                f"hidden={hidden}"
            )
        if not isinstance(steps, int) or steps < 1:
            raise ValueError(
                f"`steps` must be a positive integer. Received: steps={steps}"
            )
        self.hidden = hidden
        self.steps = steps
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True
        self.first = keras.layers.Dense(
            hidden,
            activation=self.activation,
            dtype=self.dtype_policy,
            name="first",
        )

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.first.build(input_shape)
        self.second = keras.layers.Dense(
            features, dtype=self.dtype_policy, name="second"
        )
        self.second.build((*input_shape[:-1], self.hidden))
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        def f(z):
            return self.second(self.first(z))

        h = 1 / self.steps
        y = inputs
        for step in range(self.steps):
            k1 = f(y)
            k2 = f(y + h / 2 * k1)
            k3 = f(y + h / 2 * k2)
            k4 = f(y + h * k3)
            y = y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "hidden": self.hidden,
            "steps": self.steps,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
