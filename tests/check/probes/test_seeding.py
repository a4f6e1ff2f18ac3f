"""A seed set by the checker means what Keras's own means, for every kind of random operation."""

from __future__ import annotations

from unittest import mock

import keras
import pytest

from layergen.check.probes import seeding
from layergen.check.probes.seeding import set_seed


@pytest.fixture(autouse=True)
def nothing_drawn_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeding, "KEPT_STATE", [])


def test_the_same_seed_draws_the_same() -> None:
    def drawn() -> list[float]:
        set_seed(3)
        return keras.ops.convert_to_numpy(keras.random.uniform((4,))).tolist()

    assert drawn() == drawn()


@pytest.mark.parametrize("own", [{}, {"seed": 5}])
def test_operations_that_keep_a_state_begin_anew(own: dict[str, int]) -> None:
    tf = pytest.importorskip("tensorflow")

    def drawn() -> list[list[float]]:
        set_seed(3)
        return [tf.random.uniform((4,), **own).numpy().tolist() for _ in range(2)]

    first = drawn()
    assert first[0] != first[1]
    assert drawn() == first


def test_kernels_are_kept_where_nothing_keeps_a_state() -> None:
    pytest.importorskip("tensorflow")
    set_seed(3)
    context = seeding.sys.modules[seeding.CONTEXT]
    keras.random.uniform((4,))
    with mock.patch.object(context.pywrap_tfe, "TFE_ContextClearCaches") as cleared:
        set_seed(3)
    assert not cleared.called
