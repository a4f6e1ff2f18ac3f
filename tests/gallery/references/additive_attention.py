"""Keras's AdditiveAttention, with the masks of query and value."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.AdditiveAttention
INPUTS = [floats(3, 4, 5), floats(3, 6, 5)]

CASES = [
    Case(INPUTS),
    Case(INPUTS, masks=[None, bools(3, 6)]),
    Case(INPUTS, masks=[bools(3, 4), bools(3, 6)], training=True),
]
