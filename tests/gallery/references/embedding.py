"""Keras's Embedding, with its mask."""

import keras
import numpy as np

from tests.gallery.reference import Case, ints

keras_layer = keras.layers.Embedding

CASES = [
    Case(ints(3, 4, high=7), {"input_dim": 7, "output_dim": 5}),
    Case(np.array([[1, 2, 0, 0], [3, 0, 0, 0]], "int32"), {"input_dim": 4, "output_dim": 2}),
    Case(ints(3, high=7), {"input_dim": 7, "output_dim": 5}),
    Case(
        np.array([[1, 2, 0, 0], [3, 0, 0, 0]], "int32"),
        {"input_dim": 4, "output_dim": 2, "mask_zero": True},
    ),
]
