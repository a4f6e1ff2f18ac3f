"""Keras's RMSNormalization."""

import keras

from tests.gallery.reference import Case, floats

keras_layer = keras.layers.RMSNormalization

CASES = [Case(floats(3, 4)), Case(floats(2, 3, 4), {"epsilon": 0.1}), Case(floats(2, 3, 2, 4))]
