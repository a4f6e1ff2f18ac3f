"""Breaks each method of generated layers and runs their generated tests, which must fail: the survivors are printed.

KERAS_BACKEND=jax python tests/render/mutate_methods.py [name of an example ...]
"""

from __future__ import annotations

import ast
import contextlib
import copy
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """What was done, and the layer with it done."""
    tree = ast.parse(source)
    owner = next(node for node in tree.body if isinstance(node, ast.ClassDef))
    methods = [node for node in owner.body if isinstance(node, ast.FunctionDef)]
    for method in methods:
        body = method.body
        for index, statement in enumerate(body):
            if "super().__init__" in ast.unparse(statement):
                continue
            rest = [*body[:index], *body[index + 1 :]] or [ast.Pass()]
            yield f"{method.name}: without {ast.unparse(statement)[:60]!r}", _with(
                tree, method, rest
            )
        if method.name != "__init__":
            yield f"{method.name}: empty", _with(tree, method, [ast.Pass()])
        for place, _ in enumerate(ast.walk(method)):
            changed = _changed(method, place)
            if changed is not None:
                yield f"{method.name}: {changed[0]}", _with(tree, method, changed[1])


def _with(tree: ast.Module, method: ast.FunctionDef, body: list[ast.stmt]) -> str:
    kept, method.body = method.body, body
    text = ast.unparse(ast.fix_missing_locations(tree))
    method.body = kept
    return text


def _changed(method: ast.FunctionDef, place: int) -> tuple[str, list[ast.stmt]] | None:
    """One operator or number of a method changed."""
    broken = copy.deepcopy(method)
    node = list(ast.walk(broken))[place]
    before = ast.unparse(node) if isinstance(node, ast.expr) else ""
    match node:
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() | float() as value):
            node.value = value + 1
        case ast.BinOp(op=ast.Add()):
            node.op = ast.Sub()
        case ast.BinOp(op=ast.Sub() | ast.Mult() | ast.Div()):
            node.op = ast.Add()
        case _:
            return None
    return f"{before!r} → {ast.unparse(node)!r}", broken.body


def test_fails(folder: Path, module: str, layer: str) -> bool:
    """Whether the generated test sees it; one process for all, so that Keras is imported once."""
    import keras
    import pytest

    (folder / f"{module}.py").write_text(layer, encoding="utf-8")
    for name in (module, f"test_{module}"):
        sys.modules.pop(name, None)
    keras.saving.get_custom_objects().clear()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        status = pytest.main(
            [
                "-x",
                "-q",
                "-p",
                "no:cacheprovider",
                "-p",
                "no:xdist",
                f"--rootdir={folder}",
                "-c",
                "/dev/null",
                str(folder / f"test_{module}.py"),
            ]
        )
    return status != 0


def main(names: list[str]) -> int:
    sys.path.insert(0, str(ROOT))
    sys.dont_write_bytecode = True
    from layergen.gallery import find_spec, paths
    from layergen.generated import document_of, generate_files

    survivors = total = 0
    for path in [find_spec(name) for name in names] or paths():
        made = generate_files(document_of(path))
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / f"test_{made.module}.py").write_text(made.test, encoding="utf-8")
            assert not test_fails(
                folder, made.module, made.layer
            ), f"{path.stem}: the test fails on the layer as it is"
            for what, source in mutants(made.layer):
                total += 1
                if not test_fails(folder, made.module, source):
                    survivors += 1
                    print(f"{path.stem}: survives: {what}", flush=True)
    print(f"{total} mutants, {survivors} survive")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
