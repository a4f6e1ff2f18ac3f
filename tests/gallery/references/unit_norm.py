"""Keras's UnitNormalization."""

import keras

from tests.gallery.reference import Case, floats

keras_layer = keras.layers.UnitNormalization

CASES = [Case(floats(3, 4)), Case(floats(2, 3, 4), {"axis": 1}), Case(floats(2, 3, 2, 4))]
