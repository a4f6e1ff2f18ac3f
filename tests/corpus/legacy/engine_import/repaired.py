import keras
from keras import initializers, ops, regularizers
from keras.layers import Layer


@keras.saving.register_keras_serializable(package="port")
class NeuralTensorLayer(Layer):
    def __init__(self, output_dim=4, W_regularizer=None, **kwargs):
        super(NeuralTensorLayer, self).__init__(**kwargs)
        self.output_dim = output_dim
        self.W_regularizer = regularizers.get(W_regularizer)

    def build(self, input_shape):
        d = input_shape[0][-1]
        self.W = self.add_weight(
            name="W",
            shape=(self.output_dim, d, d),
            initializer=initializers.RandomNormal(stddev=0.1),
            regularizer=self.W_regularizer,
        )
        self.b = self.add_weight(name="b", shape=(self.output_dim,), initializer="zeros")
        self.built = True

    def call(self, inputs):
        e1, e2 = inputs
        return ops.tanh(ops.einsum("bi,kij,bj->bk", e1, self.W, e2) + self.b)

    def compute_output_shape(self, input_shape):
        return (input_shape[0][0], self.output_dim)

    def get_config(self):
        config = super(NeuralTensorLayer, self).get_config()
        config["output_dim"] = self.output_dim
        config["W_regularizer"] = regularizers.serialize(self.W_regularizer)
        return config
