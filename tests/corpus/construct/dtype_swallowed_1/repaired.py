import keras
from keras import ops


@keras.saving.register_keras_serializable(package="robust")
class SoftClip(keras.layers.Layer):
    """Squashes what lies beyond a learned limit."""

    def __init__(self, limit=1.0, name=None, **kwargs):
        super().__init__(name=name, **kwargs)
        self.limit = limit
        self.supports_masking = True

    def build(self, input_shape):
        self.log_limit = self.add_weight(
            name="log_limit",
            shape=(),
            initializer=keras.initializers.Constant(self.limit),
        )
        self.built = True

    def call(self, inputs):
        limit = ops.softplus(self.log_limit)
        return limit * ops.tanh(inputs / limit)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"limit": self.limit})
        return config
