"""Keras's Attention, with the masks of query and value."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.Attention
INPUTS = [floats(3, 4, 5), floats(3, 6, 2), floats(3, 6, 5)]

CASES = [
    Case(INPUTS),
    Case(INPUTS, {"use_scale": True}),
    Case(INPUTS, masks=[None, bools(3, 6), None]),
    Case(INPUTS, masks=[bools(3, 4), bools(3, 6), None], training=True),
]
