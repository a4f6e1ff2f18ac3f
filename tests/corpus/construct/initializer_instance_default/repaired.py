import keras
from keras import ops


@keras.saving.register_keras_serializable(package="fm")
class FactorizationMachine(keras.layers.Layer):
    """Second-order feature interactions (Rendle, 2010)."""

    def __init__(self, factors=4, factor_initializer="random_normal", **kwargs):
        super().__init__(**kwargs)
        self.factors = factors
        self.factor_initializer = keras.initializers.get(factor_initializer)

    def build(self, input_shape):
        self.v = self.add_weight(
            name="v",
            shape=(input_shape[-1], self.factors),
            initializer=self.factor_initializer,
        )
        self.w = self.add_weight(name="w", shape=(input_shape[-1], 1), initializer="zeros")
        self.built = True

    def call(self, x):
        linear = ops.matmul(x, self.w)
        square_of_sum = ops.square(ops.matmul(x, self.v))
        sum_of_square = ops.matmul(ops.square(x), ops.square(self.v))
        pair = 0.5 * ops.sum(square_of_sum - sum_of_square, axis=-1, keepdims=True)
        return linear + pair

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 1)

    def get_config(self):
        config = super().get_config()
        config["factors"] = self.factors
        config["factor_initializer"] = keras.initializers.serialize(self.factor_initializer)
        return config
