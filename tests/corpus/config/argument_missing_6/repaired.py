"""The codebook of VQ-VAE, with the straight-through gradient."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vq")
class VectorQuantizer(keras.layers.Layer):
    def __init__(self, num_embeddings, embedding_dim, beta=0.25, **kwargs):
        super().__init__(**kwargs)
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        self.beta = beta
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: embedding_dim})
        self.supports_masking = True

    def build(self, input_shape):
        self.codebook = self.add_weight(
            name="codebook",
            shape=(self.num_embeddings, self.embedding_dim),
            initializer="random_uniform",
        )

    def call(self, inputs):
        flat = ops.reshape(inputs, (-1, self.embedding_dim))
        products = ops.matmul(flat, ops.transpose(self.codebook))
        sizes = ops.sum(ops.square(self.codebook), axis=-1)
        nearest = ops.argmin(sizes - 2.0 * products, axis=-1)
        codes = ops.take(self.codebook, nearest, axis=0)
        codes = ops.reshape(codes, ops.shape(inputs))
        wide_codes = ops.cast(codes, "float32")
        wide_inputs = ops.cast(inputs, "float32")
        commitment = ops.mean(ops.square(ops.stop_gradient(wide_codes) - wide_inputs))
        pull = ops.mean(ops.square(wide_codes - ops.stop_gradient(wide_inputs)))
        self.add_loss(self.beta * commitment + pull)
        return inputs + ops.stop_gradient(codes - inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "num_embeddings": self.num_embeddings,
                "embedding_dim": self.embedding_dim,
                "beta": self.beta,
            }
        )
        return config
