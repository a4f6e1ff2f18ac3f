"""Ways to break one method of a generated layer, each a small slip of a hand."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = {
    "zeros": "ones",
    "ones": "zeros",
    "glorot_uniform": "zeros",
    "uniform": "zeros",
    "relu": "tanh",
    "tanh": "relu",
    "sigmoid": "tanh",
    "linear": "tanh",
    "softmax": "tanh",
    "float32": "int32",
    "int32": "float32",
}
COMPARISONS = {
    ast.Lt: ast.GtE,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
# Keras does this itself once `build` returns; it is written down by convention alone.
DONE_BY_KERAS = ("super().build(", "self.built = True")
# What `add_weight` takes by itself.
TAKEN_BY_KERAS = "initializer='glorot_uniform'"


@dataclass(frozen=True)
class Mutant:
    """A layer with one method broken."""

    method: str
    what: str  # what was done to it
    source: str

    def __str__(self) -> str:
        return f"{self.method}: {self.what}"


def mutants(source: str) -> Iterator[Mutant]:
    """Every layer that differs from this one by one slip."""
    tree = ast.parse(source)
    owner = next(node for node in tree.body if isinstance(node, ast.ClassDef))
    for method in [node for node in owner.body if isinstance(node, ast.FunctionDef)]:
        place = owner.body.index(method)
        for what, broken in slips(method):
            owner.body[place] = ast.fix_missing_locations(broken)
            yield Mutant(method.name, what, ast.unparse(tree))
        owner.body[place] = method


def slips(method: ast.FunctionDef) -> Iterator[tuple[str, ast.FunctionDef]]:
    """What was done, and the method with it done."""
    if method.name != "__init__":
        empty = copy.deepcopy(method)
        empty.body = [ast.Pass()]
        yield "empty", empty
    told = {id(inner) for node in ast.walk(method) if _tells(node) for inner in ast.walk(node)}
    for place, original in enumerate(ast.walk(method)):
        if id(original) in told:
            continue
        for change in range(_changes(original)):
            broken = copy.deepcopy(method)
            node = list(ast.walk(broken))[place]
            before = _shown(node)
            what = _change(node, change) or f"{before} → {_shown(node)}"
            if TAKEN_BY_KERAS not in what or "→" in what:
                yield what, broken


def _tells(node: ast.AST) -> bool:
    """Whether it changes nothing: a message, what Keras does as well."""
    return isinstance(node, ast.Raise | ast.JoinedStr) or (
        isinstance(node, ast.stmt) and ast.unparse(node).startswith(DONE_BY_KERAS)
    )


def _shown(node: ast.AST) -> str:
    return ast.unparse(node)[:70] if isinstance(node, ast.expr) else ""


def _changes(node: ast.AST) -> int:
    """How many slips there are of one node."""
    match node:
        case ast.FunctionDef() | ast.If() | ast.For():
            return len(_removable(node))
        case ast.Call(keywords=keywords):
            return len(keywords)
        case ast.Dict(keys=keys):
            return len(keys)
        case ast.Constant(value=bool() | int() | float()) | ast.BinOp() | ast.BoolOp():
            return 1
        case ast.Constant(value=str() as word):
            return int(word in WORDS)
        case ast.Compare(ops=[op]):
            return int(type(op) in COMPARISONS)
        case ast.IfExp(test=ast.Name() | ast.Attribute() | ast.Call()):
            return 1
    return 0


def _removable(node: ast.FunctionDef | ast.If | ast.For) -> list[tuple[list[ast.stmt], int]]:
    bodies = [node.body, getattr(node, "orelse", [])]
    return [
        (body, index)
        for body in bodies
        for index, statement in enumerate(body)
        if not ast.unparse(statement).startswith(("super().__init__", "raise", *DONE_BY_KERAS))
        and not isinstance(statement, ast.FunctionDef | ast.Return)
    ]


def _change(node: ast.AST, change: int) -> str:
    """Makes one slip; says so where the node itself does not show it."""
    match node:
        case ast.FunctionDef() | ast.If() | ast.For():
            body, index = _removable(node)[change]
            what = f"without {ast.unparse(body[index])[:70]!r}"
            body[index] = ast.Pass()
            return what
        case ast.Call(keywords=keywords):
            return f"without {ast.unparse(keywords.pop(change))[:70]!r}"
        case ast.Dict(keys=keys, values=values):
            key = keys.pop(change)
            values.pop(change)
            return f"without {ast.unparse(key) if key else '**'!r}"
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=str() as value):
            node.value = WORDS[value]
        case ast.Constant(value=value):
            node.value = value + 1
        case ast.BinOp(op=ast.Add()):
            node.op = ast.Sub()
        case ast.BinOp():
            node.op = ast.Add()
        case ast.BoolOp(op=op):
            node.op = ast.And() if isinstance(op, ast.Or) else ast.Or()
        case ast.Compare(ops=[op]):
            node.ops = [COMPARISONS[type(op)]()]
        case ast.IfExp(test=test):
            node.test = ast.UnaryOp(ast.Not(), test)
    return ""
