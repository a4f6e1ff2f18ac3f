import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="cv")
class ConvNormAct(layers.Layer):
    """Conv, group norm and an activation."""

    def __init__(self, filters=8, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.activation = keras.activations.get(activation)
        self.conv = layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.norm = layers.GroupNormalization(2, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv.build(input_shape)
        self.norm.build((*input_shape[:-1], self.filters))
        self.built = True

    def call(self, x):
        x = self.norm(self.conv(x))
        return self.activation(x)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.filters)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "filters": self.filters,
                "activation": keras.activations.serialize(self.activation),
            }
        )
        return config
