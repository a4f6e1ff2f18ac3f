"""LG172 (read from the source): a list, dict or object as the default of a constructor argument."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import dotted

RULE = Rule(
    code="LG172",
    name="mutable-default",
    severity="warning",
    says="The default of `{argument}` is {what}, one object that all instances share.",
    why="What one layer does to it, every other layer of the class sees: changed lists, a shared seed, shared weights.",
    fix="Make the default None{or_tuple} and create the object in __init__.",
)

SHARED = ("keras.layers.", "keras.initializers.", "keras.random.", "tensorflow.keras.layers.",
          "tensorflow.keras.initializers.")  # fmt: skip


def judge(source: Source) -> Iterator[Finding]:
    for function in source.class_node.body:
        if isinstance(function, ast.FunctionDef) and function.name in ("__init__", "build", "call"):
            for argument, default in _defaults(function):
                what = _mutable(source, default)
                if what is not None:
                    or_tuple = " or a tuple" if isinstance(default, ast.List) else ""
                    yield RULE.finding(
                        line=default.lineno, argument=argument, what=what, or_tuple=or_tuple
                    )


def _defaults(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    if arguments.defaults:
        named = positional[-len(arguments.defaults) :]
        yield from (
            (argument.arg, default)
            for argument, default in zip(named, arguments.defaults, strict=True)
        )
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is not None:
            yield argument.arg, default


def _mutable(source: Source, node: ast.expr) -> str | None:
    kinds = {ast.List: "a list", ast.Dict: "a dict", ast.Set: "a set", ast.ListComp: "a list"}
    if type(node) in kinds:
        return kinds[type(node)]
    if isinstance(node, ast.Call):
        name = dotted(source, node.func) or getattr(node.func, "id", "")
        short = name.rpartition(".")[2]
        if name in ("list", "dict", "set") or (name.startswith(SHARED) and short[:1].isupper()):
            return f"`{ast.unparse(node)}`"
    return None
