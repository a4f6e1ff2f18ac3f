"""Keras's MultiHeadAttention: masks, causal or not."""

import keras

from tests.gallery.reference import Case, bools, floats

INPUTS = (floats(3, 4, 5), floats(3, 6, 5))


def keras_layer(num_heads, key_dim, rate=0.0, **rest):
    return keras.layers.MultiHeadAttention(num_heads, key_dim, dropout=rate, **rest)


CASES = [
    Case(INPUTS, {"num_heads": 2, "key_dim": 3}),
    Case(INPUTS, {"num_heads": 2, "key_dim": 3}, masks=(None, bools(3, 6))),
    Case(
        INPUTS,
        {"num_heads": 1, "key_dim": 4},
        masks=(bools(3, 4), bools(3, 6)),
        no_gradient="Keras gives masked queries other gradients on PyTorch than on TensorFlow",
    ),
    Case(INPUTS, {"num_heads": 2, "key_dim": 3}, options={"use_causal_mask": True}),
]
