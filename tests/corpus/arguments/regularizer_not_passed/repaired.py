import keras
from keras import ops


@keras.saving.register_keras_serializable(package="hw")
class Highway(keras.layers.Layer):
    """Srivastava et al., 2015."""

    def __init__(self, activation="relu", transform_bias=-1.0, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)
        self.transform_bias = transform_bias
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        d = input_shape[-1]
        self.wt = self.add_weight(name="wt", shape=(d, d), regularizer=self.kernel_regularizer)
        self.wh = self.add_weight(name="wh", shape=(d, d), regularizer=self.kernel_regularizer)
        self.bt = self.add_weight(
            name="bt", shape=(d,), initializer=keras.initializers.Constant(self.transform_bias)
        )
        self.bh = self.add_weight(name="bh", shape=(d,), initializer="zeros")
        self.built = True

    def call(self, x):
        t = ops.sigmoid(ops.matmul(x, self.wt) + self.bt)
        h = self.activation(ops.matmul(x, self.wh) + self.bh)
        return t * h + (1.0 - t) * x

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(
            activation=keras.activations.serialize(self.activation),
            transform_bias=self.transform_bias,
            kernel_regularizer=keras.regularizers.serialize(self.kernel_regularizer),
        )
        return config
