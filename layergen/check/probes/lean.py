"""Keeps processes lean: TensorFlow out of those of other backends, where Keras imports it by the way and that takes two
seconds; and in its own without a detour."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import keras

from layergen.check.locate import Place

# What asks for TensorFlow on every backend: the file itself, or Keras's layers that look words up.
WANTS_TENSORFLOW = re.compile(
    r"\btensorflow\b|Lookup|TextVectorization|Hashing|HashedCrossing|FeatureSpace|keras_hub|tf\.data"
)


def keep_tensorflow_out(place: Place) -> None:
    """Makes Keras believe that TensorFlow is not installed, for a layer that does not need it."""
    text = Path(place.file).read_text(encoding="utf-8-sig", errors="replace")
    if keras.backend.backend() == "tensorflow" or WANTS_TENSORFLOW.search(text):
        return
    _pretend(available=False)


def let_tensorflow_in_again() -> None:
    """Takes it back where the user's imports brought TensorFlow in after all."""
    if "tensorflow" in sys.modules:
        _pretend(available=None)


def run_operations_plainly() -> None:
    """Has TensorFlow run each operation by itself, and not as a function of one operation: a new one costs a tenth.

    A check makes some hundred variables, and each is an operation that TensorFlow has not seen before.
    """
    if keras.backend.backend() != "tensorflow":
        return
    from tensorflow.python import pywrap_tfe

    choose = getattr(pywrap_tfe, "TFE_ContextOptionsSetRunEagerOpAsFunction", None)
    if choose is not None:  # private: without it the check is slower, not wrong
        pywrap_tfe.TFE_ContextOptionsSetRunEagerOpAsFunction = lambda context, _: choose(
            context, False
        )


def _pretend(available: bool | None) -> None:
    try:
        from keras.src.utils import module_utils
    except ImportError:
        return  # a private module: without it the check is slower, not wrong
    for name in ("tensorflow", "gfile"):
        if hasattr(module_utils, name):
            getattr(module_utils, name)._available = available
