"""Results kept by content: what makes a new key, and that nothing about the cache can fail a check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from layergen.check.evidence import Lost
from layergen.check.find import find
from layergen.check.job import DriveHint
from layergen.check.result import Driven, Finding, Outcome, Run
from layergen.check.runner.cache import Cache, folder
from layergen.check.runner.gathered import Gathered
from layergen.check.runner.plan import Pairing

TEXT = "import keras\nfrom near import f\n\nclass A(keras.Layer):\n    def call(self, x):\n        return f(x)\n"


@pytest.fixture
def pairing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pairing:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a.py").write_text(TEXT)
    (tmp_path / "near.py").write_text("def f(x):\n    return x\n")
    return Pairing(find([tmp_path / "a.py"]).targets[0], "tensorflow")


@pytest.fixture
def cache() -> Cache:
    return Cache(use=True, options=(30.0,), judged_with=((), ()))


def gathered(pairing: Pairing, **changes: object) -> Gathered:
    lines = ({"probe": "import", "seconds": 0.1, "record": {"raised": None}},)
    return Gathered(pairing, lines, (), {"keras": "3"}, 1.0, **changes)


def test_evidence_comes_back_marked_as_kept(cache: Cache, pairing: Pairing) -> None:
    name = cache.key(pairing, None)
    assert cache.read(name, pairing) is None
    cache.write(name, gathered(pairing))
    assert cache.read(name, pairing) == gathered(pairing, cached=True)


def test_a_judgement_comes_back_whole(cache: Cache, pairing: Pairing) -> None:
    finding = Finding("LG101", "a-name", "error", "says", "fix", 3)
    driven = Driven("inferred", {"units": 3}, [{"shape": [2, 3], "dtype": "float32"}])
    run = Run(
        "jax", {"keras": "3"}, 1.0, driven, (Outcome("LG101", "found"),), (finding,), ("tried",)
    )
    names = [cache.key(pairing, None)]
    cache.write_runs(names, [run])
    assert cache.read_runs(names) == (replace(run, cached=True),)
    assert Cache(True, (30.0,), (("LG1",), ())).read_runs(names) is None


def test_the_key_follows_the_file_its_neighbours_and_the_options(
    cache: Cache, pairing: Pairing, tmp_path: Path
) -> None:
    first = cache.key(pairing, None)
    assert cache.key(pairing, None) == first
    assert cache.key(pairing, DriveHint(init={"units": 3})) != first
    assert Cache(True, (3.0,), ((), ())).key(pairing, None) != first
    assert cache.key(Pairing(pairing.target, "torch"), None) != first
    (tmp_path / "near.py").write_text("def f(x):\n    return x + 1\n")
    assert cache.key(pairing, None) != first


def test_what_depends_on_the_machine_is_not_kept(cache: Cache, pairing: Pairing) -> None:
    name = cache.key(pairing, None)
    cache.write(name, replace(gathered(pairing), losses=(Lost("eager", "time", "still running"),)))
    cache.write(name, gathered(pairing, failed="no backend"))
    assert cache.read(name, pairing) is None


def test_what_was_not_installed_is_asked_again(cache: Cache, pairing: Pairing) -> None:
    name = cache.key(pairing, None)
    raised = {"type": "ModuleNotFoundError", "message": "No module named 'einops'"}
    for line in (
        {"probe": "import", "record": {"raised": raised, "in_part": False}},
        {"probe": "eager", "raised": raised},
    ):
        cache.write(name, replace(gathered(pairing), lines=(line,)))
        assert cache.read(name, pairing) is None


def test_without_use_nothing_is_kept(pairing: Pairing) -> None:
    cache = Cache(use=False, options=(), judged_with=())
    assert cache.key(pairing, None) is None
    cache.write(None, gathered(pairing))
    assert cache.read(None, pairing) is None
    assert not folder().exists()


def test_a_cache_that_cannot_be_used_is_no_failure(
    cache: Cache, pairing: Pairing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.write("name", gathered(pairing))
    assert cache.read("name", pairing) is None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cache.write("name", gathered(pairing))
    (folder() / "name.json").write_text('{"half of a')
    assert cache.read("name", pairing) is None
