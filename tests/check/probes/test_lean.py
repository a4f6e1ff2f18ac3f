"""What makes a check quick is asked of TensorFlow in words that it still knows."""

from __future__ import annotations

import keras
import pytest

from layergen.check.probes.lean import run_operations_plainly


def test_operations_are_run_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    if keras.backend.backend() != "tensorflow":
        pytest.skip("set KERAS_BACKEND=tensorflow: the other backends have no such detour")
    from tensorflow.python import pywrap_tfe

    asked = []
    name = "TFE_ContextOptionsSetRunEagerOpAsFunction"
    monkeypatch.setattr(pywrap_tfe, name, lambda context, wrapped: asked.append(wrapped))
    run_operations_plainly()
    getattr(pywrap_tfe, name)(None, True)
    assert asked == [False]
