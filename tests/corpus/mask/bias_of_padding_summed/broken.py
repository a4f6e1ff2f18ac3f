import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepsets")
class SetEncoder(keras.layers.Layer):
    """Deep sets: an element map, a masked sum, a map of the sum.

    Input shape: `(batch, elements, features)`.
    """

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True
        self.phi = keras.layers.Dense(
            units, activation="relu", bias_initializer="ones",
            dtype=self.dtype_policy,
        )
        self.rho = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.phi.build(input_shape)
        self.rho.build((input_shape[0], self.units))
        self.built = True

    def call(self, inputs, mask=None):
        if mask is not None:
            inputs = inputs * ops.cast(mask, inputs.dtype)[:, :, None]
        h = self.phi(inputs)
        return self.rho(ops.sum(h, axis=1))

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
