import keras
from keras import ops


@keras.saving.register_keras_serializable(package="hyp")
class LowRankDense(keras.layers.Layer):
    def __init__(self, units=8, rank=2, use_bias=True, bias_initializer="zeros", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rank = rank
        self.use_bias = use_bias
        self.bias_initializer = keras.initializers.get(bias_initializer)
        self.b = None

    def build(self, input_shape):
        self.u = self.add_weight(name="u", shape=(input_shape[-1], self.rank))
        self.v = self.add_weight(name="v", shape=(self.rank, self.units))
        if self.use_bias:
            self.b = self.add_weight(
                name="b", shape=(self.units,), initializer=self.bias_initializer
            )
        self.built = True

    def call(self, inputs):
        y = ops.matmul(ops.matmul(inputs, self.u), self.v)
        if self.b is not None:
            y = y + self.b
        return y

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "rank": self.rank,
            "use_bias": self.use_bias,
            "bias_initializer": keras.initializers.serialize(self.bias_initializer),
        }
