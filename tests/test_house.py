"""The house of STYLE.md: who may import whom, and what `layergen --help` may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "layergen"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Package → packages of ours that it may import; errors, suggest and resources are everybody's.
ARROWS = {
    "spec": {"spec"},
    "model": {"spec", "model"},
    "render": {"render"},
    "check": {"check"},
}
SHARED = {"layergen", "layergen.errors", "layergen.resources", "layergen.spec.suggest"}
FRAMEWORKS = {"keras", "tensorflow", "jax", "torch", "keras_hub"}


def imports(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every module that a file imports at run time, inside functions as well."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module, node
            yield from (
                (f"{node.module}.{alias.name}", node)
                for alias in node.names
                if node.module == "layergen"
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_arrows(path: Path) -> None:
    """spec → model → render writes, check proves, neither imports the other."""
    package = path.relative_to(PACKAGE).parts[0]
    for name, node in imports(path):
        if name.split(".")[0] == "layergen" and package in ARROWS and name not in SHARED:
            target = name.split(".")[1]
            is_package = (PACKAGE / target).is_dir()
            assert (
                not is_package or target in ARROWS[package]
            ), f"{path.name}:{node.lineno}: {package} imports {name}"
        if name.split(".")[0] in FRAMEWORKS:
            place = path.relative_to(PACKAGE).as_posix()
            assert (
                place.startswith("check/probes/") or place == "testing.py"
            ), f"{place}:{node.lineno}: imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_first_line_says_what_is_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text)), f"{path}: no docstring"


@pytest.mark.parametrize("name", ["utils", "common", "helpers", "misc"])
def test_no_drawers(name: str) -> None:
    assert not [
        path for path in MODULES if path.stem == name or name in path.relative_to(PACKAGE).parts
    ]


def test_the_command_line_loads_nothing_heavy() -> None:
    heavy = [
        "keras",
        "tensorflow",
        "jax",
        "torch",
        "numpy",
        "black",
        "jinja2",
        "ruamel",
        "msgspec",
        "rich",
        "hypothesis",
    ]
    code = f"import sys, layergen.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert done.stdout.strip() == "[]"


def test_writing_a_layer_loads_no_keras() -> None:
    code = (
        "import sys; from layergen.generated import generate; "
        'generate(\'layer: A\\ninputs: {x: "batch, d"}\\ncall: y = x * 2\\noutputs: {y: "batch, d"}\'); '
        f"print([name for name in {sorted(FRAMEWORKS)} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert done.stdout.strip() == "[]"
