"""Keras's LayerNormalization over the last axis."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.LayerNormalization

CASES = [
    Case(floats(3, 4)),
    Case(floats(2, 3, 4), {"epsilon": 0.1, "center": False}, masks=bools(2, 3)),
    Case(floats(2, 3, 2, 4), {"scale": False}),
    Case(floats(2, 4), {"scale": False, "center": False}),
]
