"""What the names in a file stand for: `K.dot` is `keras.backend.dot` where the file says so."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache

from layergen.check.evidence import Source

# Private paths that lead to public names, longest first.
PUBLIC_NAMES = {
    "keras._tf_keras.keras": "tensorflow.keras",
    "tensorflow.compat.v2.keras": "tensorflow.keras",
    "tensorflow.compat.v2": "tensorflow",
    "keras.api": "keras",
}


@lru_cache(maxsize=64)
def _imports(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                local = alias.asname or alias.name.partition(".")[0]
                found[local] = alias.name if alias.asname else local
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in tree.body:
        # `K = keras.backend` and `Layer = tf.keras.layers.Layer` are aliases as well.
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            head, chain = _chain(node.value)
            if isinstance(target, ast.Name) and head in found and head != target.id:
                found[target.id] = ".".join([found[head], *chain])
    return found


def imports(source: Source) -> dict[str, str]:
    """Local name → dotted name, for every import of the file (also inside functions) and plain aliases of them."""
    return _imports(source.tree)


def dotted(source: Source, node: ast.AST, hidden: frozenset[str] = frozenset()) -> str | None:
    """The full name of a `Name` or `a.b.c` that comes from an import, or None; `hidden` are local variables."""
    head, chain = _chain(node)
    if head is None or head in hidden:
        return None
    origin = imports(source).get(head)
    if origin is None:
        return None
    name = ".".join([origin, *chain])
    for private, public in PUBLIC_NAMES.items():
        if name == private or name.startswith(private + "."):
            return public + name[len(private) :]
    return name


def _chain(node: ast.AST) -> tuple[str | None, list[str]]:
    """The head of `a.b.c` and the attributes after it."""
    chain: list[str] = []
    while isinstance(node, ast.Attribute):
        chain.insert(0, node.attr)
        node = node.value
    return (node.id if isinstance(node, ast.Name) else None), chain


def uses(source: Source, nodes: Iterable[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Each imported name among nodes that come parents first, whole (`keras.backend.dot`), with its node."""
    inner: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Attribute):
            inner.add(id(node.value))
        if isinstance(node, ast.Attribute | ast.Name) and id(node) not in inner:
            name = dotted(source, node)
            if name is not None:
                yield name, node


def places_of(source: Source, nodes: Iterable[ast.AST], prefix: str) -> dict[str, list[ast.AST]]:
    """Where each name behind a prefix is used: the rest of the name and its nodes, in the order of the lines."""
    places: dict[str, list[ast.AST]] = {}
    found = [pair for pair in uses(source, nodes) if pair[0].startswith(prefix)]
    for name, node in sorted(found, key=lambda pair: pair[1].lineno):
        places.setdefault(name[len(prefix) :], []).append(node)
    return places


def self_attribute(node: ast.AST) -> str | None:
    """`x` for the expression `self.x`, else None."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr if node.value.id == "self" else None
    return None


def base_names(source: Source) -> list[str]:
    """Full names of the bases that come from other files; an unresolved one is `?`."""
    own = {node.name for node in source.family}
    names = []
    for node in source.family:
        for base in node.bases:
            if isinstance(base, ast.Name) and base.id in own:
                continue
            names.append(dotted(source, base) or "?")
    return names


def derives_from_keras_only(source: Source) -> bool:
    """Whether all that the class inherits is Keras's or stands in this file, so that nothing is hidden from a reader."""
    return all(name.startswith(("keras.", "tensorflow.keras.")) for name in base_names(source))


def derives_from_plain_layer(source: Source) -> bool:
    """Whether the only base outside this file is `keras.layers.Layer` itself."""
    names = base_names(source)
    return bool(names) and all(
        name.endswith(".Layer") and name.startswith(("keras.", "tensorflow.")) for name in names
    )
