import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norms")
class SharedScaleNorm(keras.layers.Layer):
    """ScaleNorm: divides by the Euclidean norm, multiplies by one learned scalar."""

    def __init__(self, scale=1.0, epsilon=1e-3, gamma_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.epsilon = epsilon
        self.gamma_regularizer = keras.regularizers.get(gamma_regularizer)
        self.supports_masking = True

    def build(self, input_shape):
        self.g = self.add_weight(
            name="g",
            shape=(),
            initializer=keras.initializers.Constant(self.scale),
            regularizer=self.gamma_regularizer,
        )

    def call(self, inputs):
        wide = ops.cast(inputs, "float32")
        norm = ops.sqrt(ops.sum(ops.square(wide), axis=-1, keepdims=True) + self.epsilon)
        return ops.cast(wide / norm, inputs.dtype) * self.g

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "scale": self.scale,
                "epsilon": self.epsilon,
                "gamma_regularizer": keras.regularizers.serialize(self.gamma_regularizer),
            }
        )
        return config
