"""Which classes of a file are Keras layers, by following their bases through imports, without running anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from layergen.check.locate import Place, place_of, resolve_module

KERAS_ROOTS = ("keras", "tensorflow", "tf_keras", "tf", "keras_core")
MODELS = ("Model", "Sequential", "Functional")
DEEPEST = 12  # hops from a class to keras.layers.Layer; real ones have at most five


@dataclass(frozen=True)
class LayerClass:
    """A class whose bases lead to a Keras layer; `skipped` says why it is not checked on its own."""

    node: ast.ClassDef
    skipped: str | None


@dataclass(frozen=True)
class Module:
    """One parsed file: its top-level classes and what its names are imported from."""

    place: Place
    classes: dict[str, ast.ClassDef]
    imports: dict[str, list[str]]  # local name → dotted names it may stand for
    modules: frozenset[str]  # every module that is imported anywhere in the file


def layer_classes(path: Path, text: str, place: Place) -> Iterator[LayerClass]:
    """The layers of one file, in order."""
    module = _read(str(path), text)
    used_as_base = {base for node in module.classes.values() for base in _base_names(node)}
    for name, node in module.classes.items():
        kind = _kind(module, name, DEEPEST)
        if kind == "model":
            yield LayerClass(node, "a model, not a layer")
        elif kind == "layer":
            yield LayerClass(node, _abstract(module, node, used_as_base))


def home_of(path: Path, class_name: str) -> tuple[Path, str]:
    """The file in which a class that a module exports is written, and its name there, following re-exports."""
    for _ in range(DEEPEST):
        module = _load(str(path))
        if module is None or class_name in module.classes:
            break
        for dotted in module.imports.get(class_name, []):
            parent, _, name = dotted.rpartition(".")
            following = resolve_module(parent, module.place.root)
            if following is not None:
                path, class_name = following, name
                break
        else:
            break
    return path, class_name


def _kind(module: Module, name: str, hops: int) -> str | None:
    """`layer`, `model` or None for a class of a module."""
    node = module.classes.get(name)
    if node is None or not hops:
        return None
    kinds = []
    for base in _base_names(node):
        if base != name and base in module.classes:
            kinds.append(_kind(module, base, hops - 1))
            continue
        head, _, rest = base.partition(".")
        for dotted in module.imports.get(head, [head] if rest else []):
            kinds.append(_kind_of(f"{dotted}.{rest}".rstrip("."), module.place.root, hops - 1))
    if "model" in kinds:
        return "model"
    return "layer" if "layer" in kinds else None


def _kind_of(dotted: str, root: str, hops: int) -> str | None:
    """`layer`, `model` or None for a class by its full dotted name."""
    parts = dotted.split(".")
    last = parts[-1]
    if parts[0] in KERAS_ROOTS:
        if last in MODELS:
            return "model"
        return (
            "layer" if last == "Layer" or "layers" in parts[:-1] or last.endswith("Layer") else None
        )
    parent = ".".join(parts[:-1])
    path = resolve_module(parent, root) if parent else None
    if path is None or not hops:
        return "layer" if last.endswith("Layer") else None
    home, last = home_of(path, last)
    module = _load(str(home))
    if module is None:
        return None
    if parts[0].startswith("keras") and home.parts[-2:] == ("layers", "layer.py"):
        return "layer"
    return _kind(module, last, hops)


def _abstract(module: Module, node: ast.ClassDef, used_as_base: set[str]) -> str | None:
    """Why a layer class is only there to be derived from, or None."""
    methods = {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}
    for name, method in methods.items():
        if any(ast.unparse(mark).endswith("abstractmethod") for mark in method.decorator_list):
            return f"abstract: {name!r} is an abstract method"
    if "call" in methods and _only_refuses(methods["call"]):
        return "abstract: its call only raises NotImplementedError"
    if _has_no_call(module, node):
        return "a base class: it has no call of its own"
    if node.name not in used_as_base:
        return None
    if node.name.startswith("_") or node.name.startswith(("Base", "Abstract")):
        return "a base class of other layers in this file"
    return None


def _has_no_call(module: Module, node: ast.ClassDef) -> bool:
    """Whether neither the class nor its bases up to Keras's own Layer say what to compute."""
    names = {item.name for item in ast.walk(node) if isinstance(item, ast.FunctionDef)}
    names |= {
        target.id
        for item in node.body
        if isinstance(item, ast.Assign)
        for target in item.targets
        if isinstance(target, ast.Name)
    }
    if names & {"call", "__call__"}:
        return False
    for base in _base_names(node):
        if base in module.classes and base != node.name:
            if not _has_no_call(module, module.classes[base]):
                return False
            continue
        head, _, rest = base.partition(".")
        origins = module.imports.get(head, [])
        full = [f"{origin}.{rest}".rstrip(".") for origin in origins]
        if not full or not all(
            name.split(".")[0] in KERAS_ROOTS and name.endswith(".Layer") for name in full
        ):
            return False
    return True


def _only_refuses(method: ast.FunctionDef) -> bool:
    body = [item for item in method.body if not isinstance(item, ast.Expr)]
    return (
        len(body) == 1
        and isinstance(body[0], ast.Raise)
        and "NotImplemented" in ast.unparse(body[0])
    )


def _base_names(node: ast.ClassDef) -> list[str]:
    """Dotted names of the bases; a subscript (`Base[int]`) counts as the name before it."""
    names = []
    for base in node.bases:
        while isinstance(base, ast.Subscript):
            base = base.value
        if isinstance(base, ast.IfExp):
            base = (
                base.orelse
                if isinstance(base.body, ast.Name) and base.body.id == "object"
                else base.body
            )
        if isinstance(base, ast.Name | ast.Attribute):
            names.append(ast.unparse(base))
    return names


def local_files(place: Place) -> list[str]:
    """The file and every file of the user's that it imports, directly or not; installed packages are not followed."""
    found: list[str] = []
    queue = [place.file]
    while queue:
        path = queue.pop(0)
        if path in found:
            continue
        found.append(path)
        module = _load(path)
        for dotted in sorted(module.modules) if module else ():
            resolved = resolve_module(dotted, place.root) or resolve_module(
                dotted.rpartition(".")[0] or dotted, place.root
            )
            if (
                resolved is not None
                and resolved.resolve().is_relative_to(place.root)
                and "site-packages" not in resolved.parts
            ):
                queue.append(str(resolved.resolve()))
    return found


def _load(path: str) -> Module | None:
    """A module from its file, or None where it cannot be read."""
    try:
        return _read(path, Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, SyntaxError, ValueError):
        return None


@lru_cache(maxsize=512)
def _read(path: str, text: str) -> Module:
    place = place_of(Path(path), text)
    classes: dict[str, ast.ClassDef] = {}
    imports: dict[str, list[str]] = {}
    tree = ast.parse(text)
    for node in _top_level(tree.body):
        if isinstance(node, ast.ClassDef):
            classes[node.name] = node
        elif isinstance(node, ast.Import):
            for alias in node.names:
                local = alias.asname or alias.name.partition(".")[0]
                imports.setdefault(local, []).append(alias.name if alias.asname else local)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, place)
            for alias in node.names:
                imports.setdefault(alias.asname or alias.name, []).append(f"{origin}.{alias.name}")
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Attribute):
            # `Layer = keras.layers.Layer` and `layers = tf.keras.layers` are common.
            head, _, rest = ast.unparse(node.value).partition(".")
            for target in node.targets:
                if isinstance(target, ast.Name):
                    known = imports.get(head, [])
                    imports.setdefault(target.id, []).extend(
                        f"{one}.{rest}".rstrip(".") for one in known
                    )
    return Module(place, classes, imports, frozenset(_imported(tree, place)))


def _imported(tree: ast.Module, place: Place) -> Iterator[str]:
    """Modules named by any import statement, inside of functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, place)
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements that run at import, those under `if` and `try` included."""
    for node in body:
        if isinstance(node, ast.If | ast.Try | ast.With):
            yield from _top_level(node.body)
            yield from _top_level(getattr(node, "orelse", []))
            for handler in getattr(node, "handlers", []):
                yield from _top_level(handler.body)
        else:
            yield node


def _origin(node: ast.ImportFrom, place: Place) -> str:
    """The absolute module that a `from … import` reads from."""
    if not node.level:
        return node.module or ""
    parts = place.module.split(".")
    is_package = Path(place.file).name == "__init__.py"
    keep = len(parts) - node.level + (1 if is_package else 0)
    return ".".join([*parts[: max(keep, 0)], *([node.module] if node.module else [])])
