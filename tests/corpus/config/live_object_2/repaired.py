import keras
from keras import layers


@keras.saving.register_keras_serializable(package="wrappers_lab")
class Residual(layers.Layer):
    """Adds the input to what an inner layer makes of it.

    Args:
        inner: A layer that keeps the shape; a dense layer of the input's width if None.
    """

    def __init__(self, inner=None, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner
        self.scale = scale
        self.supports_masking = True
        self.default = inner is None

    def build(self, input_shape):
        if self.inner is None:
            self.inner = layers.Dense(input_shape[-1], activation="tanh", dtype=self.dtype_policy)
        if not self.inner.built:
            self.inner.build(input_shape)
        self.built = True

    def call(self, inputs, training=None):
        return inputs + self.scale * self.inner(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        inner = None
        if not self.default:
            inner = keras.saving.serialize_keras_object(self.inner)
        config.update({"inner": inner, "scale": self.scale})
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        if config.get("inner") is not None:
            config["inner"] = keras.saving.deserialize_keras_object(config["inner"])
        return cls(**config)
