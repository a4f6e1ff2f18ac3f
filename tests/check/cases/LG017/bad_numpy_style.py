"""Methods that arrays of JAX and tensors of PyTorch have, and TensorFlow's have not."""

import keras


class Pairs(keras.layers.Layer):
    def call(self, embeddings):
        total = embeddings.sum(axis=1)  # LG017
        squares = (embeddings * embeddings).sum(axis=1)
        return 0.5 * (total * total - squares)
