"""Breaks each method of generated layers and runs their generated tests, which must fail: the survivors are printed.

KERAS_BACKEND=torch python -m tests.render.mutate_methods [--sample N] [name of an example ...]
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import signal
import sys
import tempfile
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from layergen.gallery import find_spec, paths
from layergen.generated import Generated, document_of, generate_files
from tests.render.mutants import Mutant, mutants

SECONDS = 20  # a mutant that loops for ever is a test that fails


class GeneratedTest:
    """A generated test that is run on one version of its layer after another, in this process."""

    def __init__(self, made: Generated) -> None:
        self.made = made
        self.code = compile(made.test, f"test_{made.module}.py", "exec")
        self.killers: dict[str, str] = {}  # method → the test that last saw it broken

    def fails(self, layer: str, method: str = "") -> str | None:
        """The first test that fails on this source of the layer; None: all pass."""
        import keras

        keras.saving.get_custom_objects().clear()
        first = self.killers.get(method, "")
        try:
            with self._module(layer) as namespace:
                runs = sorted(_runs(namespace), key=lambda run: run[0] != first)
                for name, run in runs:
                    if not _passes(run):
                        self.killers[method] = name
                        return name
        except Exception as error:  # noqa: BLE001 - a layer that cannot be imported is seen
            return f"import: {error}"
        return None

    @contextlib.contextmanager
    def _module(self, layer: str) -> Iterator[dict[str, Any]]:
        module = types.ModuleType(self.made.module)
        sys.modules[module.__name__] = module
        namespace = {"__name__": f"test_{module.__name__}"}
        try:
            exec(compile(layer, f"{module.__name__}.py", "exec"), module.__dict__)  # noqa: S102 - our own layer and its test
            exec(self.code, namespace)  # noqa: S102 - our own layer and its test
            yield namespace
        finally:
            del sys.modules[module.__name__]


def _runs(namespace: dict[str, Any]) -> Iterator[tuple[str, Callable[[], None]]]:
    """Each test function with each of its parameters, as pytest would run it."""
    for name, function in list(namespace.items()):
        if not name.startswith("test_"):
            continue
        marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
        for values in itertools.product(*(_parameters(*mark.args) for mark in marks)):
            yield name, _bound(function, {key: item for one in values for key, item in one.items()})


def _parameters(names: str | tuple[str, ...], values: list[Any]) -> list[dict[str, Any]]:
    if isinstance(names, str):
        return [{names: value} for value in values]
    return [dict(zip(names, one, strict=True)) for one in values]


def _bound(function: Callable, values: dict[str, Any]) -> Callable[[], None]:
    def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            wants = "tmp_path" in function.__code__.co_varnames[: function.__code__.co_argcount]
            function(**values, **({"tmp_path": Path(folder)} if wants else {}))

    return run


def _passes(run: Callable[[], None]) -> bool:
    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            run()
    # pytest.raises ends in a BaseException of its own.
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return False
    finally:
        signal.alarm(0)
    return True


def survivors(path: Path, every: int = 1) -> tuple[int, list[Mutant]]:
    """How many mutants of an example's layer were tried, and those that its test does not see."""
    made = generate_files(document_of(path))
    test = GeneratedTest(made)
    failed = test.fails(made.layer)
    assert failed is None, f"{path.stem}: {failed} fails on the layer as it is"
    tried = list(mutants(made.layer))[::every]
    return len(tried), [one for one in tried if test.fails(one.source, one.method) is None]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="examples; all without")
    parser.add_argument("--every", type=int, default=1, help="one mutant in so many")
    options = parser.parse_args()
    total = alive = 0
    for path in [find_spec(name) for name in options.names] or paths():
        tried, left = survivors(path, options.every)
        total += tried
        alive += len(left)
        print(f"{path.stem}: {tried} mutants, {len(left)} survive", flush=True)
        for one in left:
            print(f"{path.stem}: survives: {one}", flush=True)
    print(f"{total} mutants, {alive} survive")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
