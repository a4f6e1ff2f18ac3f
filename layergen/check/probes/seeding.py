"""Keras's random seed, set without TensorFlow's forgetting all the kernels that it has: a third of a check went there."""

from __future__ import annotations

import sys
from typing import Any
from unittest import mock

import keras

CONTEXT = "tensorflow.python.eager.context"
KEPT_STATE: list[bool] = []  # not empty once an operation has been made that goes on from its last number


def set_seed(seed: int) -> None:
    """`keras.utils.set_random_seed`. Only operations that keep a random state of their own need their kernels cleared."""
    context = sys.modules.get(CONTEXT)
    if context is None or KEPT_STATE or not _watched():
        keras.utils.set_random_seed(seed)
        return
    with mock.patch.object(context.pywrap_tfe, "TFE_ContextClearCaches", lambda handle: None):
        keras.utils.set_random_seed(seed)


def _watched() -> bool:
    """Sees to it that such operations are noticed: all of them ask one function for their seeds."""
    from tensorflow.python.framework import random_seed

    original = random_seed.get_seed
    if getattr(original, "watched", False):
        return True

    def get_seed(op_seed: Any) -> Any:
        KEPT_STATE.append(True)
        return original(op_seed)

    get_seed.watched = True
    random_seed.get_seed = get_seed
    return False  # what was made before was not seen
