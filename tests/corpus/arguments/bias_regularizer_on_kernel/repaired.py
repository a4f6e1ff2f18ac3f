import keras
from keras import ops


@keras.saving.register_keras_serializable(package="maxout")
class Maxout(keras.layers.Layer):
    def __init__(
        self, units=4, pieces=2, kernel_regularizer=None, bias_regularizer=None, **kwargs
    ):
        super().__init__(**kwargs)
        self.units = units
        self.pieces = pieces
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.bias_regularizer = keras.regularizers.get(bias_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[-1], self.units * self.pieces),
            regularizer=self.kernel_regularizer,
        )
        self.bias = self.add_weight(
            name="bias",
            shape=(self.units * self.pieces,),
            initializer="zeros",
            regularizer=self.bias_regularizer,
        )
        self.built = True

    def call(self, x):
        y = ops.matmul(x, self.kernel) + self.bias
        shape = ops.shape(x)[:-1]
        return ops.max(ops.reshape(y, (*shape, self.units, self.pieces)), axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["pieces"] = self.pieces
        config["kernel_regularizer"] = keras.regularizers.serialize(self.kernel_regularizer)
        config["bias_regularizer"] = keras.regularizers.serialize(self.bias_regularizer)
        return config
