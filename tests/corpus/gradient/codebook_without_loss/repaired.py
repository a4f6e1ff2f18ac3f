import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vqvae")
class VectorQuantizer(keras.layers.Layer):
    def __init__(self, num_embeddings=16, beta=0.25, **kwargs):
        super().__init__(**kwargs)
        self.num_embeddings = num_embeddings
        self.beta = beta

    def build(self, input_shape):
        self.embeddings = self.add_weight(
            name="embeddings",
            shape=(self.num_embeddings, input_shape[-1]),
            initializer="random_uniform",
        )
        self.built = True

    def call(self, x):
        table = ops.convert_to_tensor(self.embeddings)
        distance = (
            ops.sum(x**2, axis=-1, keepdims=True)
            - 2 * ops.matmul(x, ops.transpose(table))
            + ops.sum(table**2, axis=-1)
        )
        nearest = ops.argmin(distance, axis=-1)
        quantized = ops.take(table, nearest, axis=0)
        commitment = ops.mean((ops.stop_gradient(quantized) - x) ** 2)
        codebook = ops.mean((quantized - ops.stop_gradient(x)) ** 2)
        self.add_loss(self.beta * commitment + codebook)
        return x + ops.stop_gradient(quantized - x)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "num_embeddings": self.num_embeddings,
            "beta": self.beta,
        }
