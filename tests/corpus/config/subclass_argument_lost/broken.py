import keras
from keras import ops


@keras.saving.register_keras_serializable(package="graph")
class GraphConv(keras.layers.Layer):
    """Takes [features (b, n, f), adjacency (b, n, n)]."""

    def __init__(self, channels=8, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.channels = channels
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[0][-1], self.channels)
        )
        self.built = True

    def call(self, inputs):
        x, a = inputs
        return self.activation(ops.matmul(a, ops.matmul(x, self.kernel)))

    def compute_output_shape(self, input_shape):
        return (*input_shape[0][:-1], self.channels)

    def get_config(self):
        config = super().get_config()
        config["channels"] = self.channels
        config["activation"] = keras.activations.serialize(self.activation)
        return config


@keras.saving.register_keras_serializable(package="graph")
class SageConv(GraphConv):
    def __init__(self, channels=8, normalize=False, **kwargs):
        super().__init__(channels, **kwargs)
        self.normalize = normalize

    def call(self, inputs):
        y = super().call(inputs)
        if self.normalize:
            y = y * ops.rsqrt(ops.sum(ops.square(y), axis=-1, keepdims=True) + 1e-3)
        return y
