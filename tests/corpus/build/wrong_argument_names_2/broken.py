import keras
from keras import ops


@keras.saving.register_keras_serializable(package="graphs")
class GraphConvolution(keras.layers.Layer):
    """Dense graph convolution: neighbours are averaged, then mapped.

    Call arguments:
        nodes: Features, `(batch, nodes, features)`.
        adjacency: Weights of the edges, `(batch, nodes, nodes)`.
    """

    def __init__(self, channels, activation="relu", use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.channels = channels
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias

    def build(self, nodes_shape, graph_shape):
        self.kernel = self.add_weight(name="kernel", shape=(nodes_shape[-1], self.channels))
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.channels,), initializer="zeros")
        self.built = True

    def call(self, nodes, adjacency):
        weights = ops.softmax(adjacency, axis=-1)
        x = ops.matmul(weights, ops.matmul(nodes, self.kernel))
        if self.use_bias:
            x = x + self.bias
        return self.activation(x)

    def compute_output_shape(self, nodes_shape, adjacency_shape):
        return (*nodes_shape[:-1], self.channels)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "channels": self.channels,
                "activation": keras.activations.serialize(self.activation),
                "use_bias": self.use_bias,
            }
        )
        return config
