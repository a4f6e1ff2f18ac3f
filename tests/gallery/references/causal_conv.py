"""Keras's Conv1D with causal padding."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(filters, kernel_size=2, dilation=1, **rest):
    return keras.layers.Conv1D(
        filters, kernel_size, dilation_rate=dilation, padding="causal", **rest
    )


CASES = [
    Case(floats(2, 6, 3), {"filters": 4}),
    Case(floats(2, 6, 3), {"filters": 4, "kernel_size": 3, "dilation": 2}),
    Case(floats(2, 3, 3), {"filters": 1, "kernel_size": 1, "use_bias": False}),
]
