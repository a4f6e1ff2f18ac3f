"""Lines in the user's file that a finding points at: a method, where an attribute or a weight is made, a call."""

from __future__ import annotations

import ast

from layergen.check.evidence import Source


def method_line(source: Source, *names: str) -> int | None:
    """Where the first of these methods that the class has begins."""
    for name in names:
        node = source.method(name)
        if node is not None:
            return node.lineno
    return None


def inside(source: Source, line: int | None, *names: str) -> bool:
    """Whether a line lies in one of these methods."""
    nodes = [source.method(name) for name in names]
    return line is not None and any(
        node is not None and node.lineno <= line <= (node.end_lineno or 0) for node in nodes
    )


def attribute_line(source: Source, attribute: str, method: str = "call") -> int | None:
    """Where `self.<attribute>` is written, in this method if it is there, else anywhere in the class."""
    name = attribute.rpartition(".")[2]
    found = [node for node in _nodes(source) if _writes(node, name)]
    inside = source.method(method)
    if inside is not None:
        here = [node for node in found if inside.lineno <= node.lineno <= (inside.end_lineno or 0)]
        found = here or found
    return found[0].lineno if found else None


def weight_line(source: Source, path: str) -> int | None:
    """Where the weight of this path is made: `add_weight(name="kernel")`, `self.kernel = ...`, or its sublayer's line."""
    parts = [part for part in path.split("/") if part]
    for part in reversed(parts):
        for node in _nodes(source):
            if isinstance(node, ast.Call) and _called(node) in ("add_weight", "Variable"):
                names = [keyword.value for keyword in node.keywords if keyword.arg == "name"]
                names += node.args[:1]
                if any(isinstance(name, ast.Constant) and name.value == part for name in names):
                    return node.lineno
        line = next((node.lineno for node in _nodes(source) if _writes(node, part)), None)
        if line is not None:
            return line
    return None


def call_line(source: Source, *names: str) -> int | None:
    """The first call of a function or method of one of these names in the class."""
    for node in _nodes(source):
        if isinstance(node, ast.Call) and _called(node) in names:
            return node.lineno
    return None


def sublayer_line(source: Source, name: str) -> int | None:
    """Where a sublayer is made, by its class: `dense_3 (Dense)` is made in the first call of `Dense(...)`."""
    _, _, made = name.partition(" (")
    return call_line(source, made.rstrip(")"))


CUTS = (
    "stop_gradient",
    "round",
    "floor",
    "ceil",
    "sign",
    "argmax",
    "argmin",
    "convert_to_numpy",
    "numpy",
    "one_hot",
)
RANDOM = (
    "normal",
    "uniform",
    "bernoulli",
    "dropout",
    "truncated_normal",
    "categorical",
    "randint",
    "gamma",
    "beta",
    "binomial",
)


def draw_line(source: Source) -> int | None:
    """Where random numbers are drawn."""
    return call_line(source, *RANDOM, "shuffle") or method_line(source, "call")


def _nodes(source: Source) -> list[ast.AST]:
    try:
        family = source.family
    except (LookupError, SyntaxError):
        return []
    return [node for member in family for node in ast.walk(member)]


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


CHANGERS = {"append", "extend", "insert", "pop", "update", "add", "setdefault", "clear", "remove"}


def _writes(node: ast.AST, name: str) -> bool:
    """Whether a statement assigns to `self.<name>`, to an entry of it, or changes it in place."""
    targets: list[ast.AST] = []
    if isinstance(node, ast.Assign):
        targets = [
            part
            for target in node.targets
            for part in (target.elts if isinstance(target, ast.Tuple) else [target])
        ]
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        targets = [node.target]
    elif (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and _called(node.value) in CHANGERS
    ):
        function = node.value.func
        targets = [function.value] if isinstance(function, ast.Attribute) else []
    for target in targets:
        inner = target.value if isinstance(target, ast.Subscript) else target
        if isinstance(inner, ast.Attribute) and inner.attr == name:
            return True
    return False
