import keras
from keras import layers


class _Branch:
    """Two layers that belong together."""

    def __init__(self, units, dtype):
        self.inner = layers.Dense(units, activation="relu", dtype=dtype)
        self.outer = layers.Dense(units, dtype=dtype)

    def build(self, shape):
        self.inner.build(shape)
        self.outer.build((*shape[:-1], self.inner.units))

    def __call__(self, x):
        return self.outer(self.inner(x))


@keras.saving.register_keras_serializable(package="sv")
class TwoTower(layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.user = _Branch(units, self.dtype_policy)
        self.item = _Branch(units, self.dtype_policy)

    def build(self, input_shape):
        self.user.build(input_shape["user"])
        self.item.build(input_shape["item"])
        self.built = True

    def call(self, inputs):
        u = self.user(inputs["user"])
        i = self.item(inputs["item"])
        return keras.ops.sum(u * i, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return (*input_shape["user"][:-1], 1)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
