"""Rewriting the syntax tree of a layer class: what the kinds of planted faults are made of."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

Kind = Callable[[ast.ClassDef], Iterator[ast.ClassDef]]
KINDS: dict[str, Kind] = {}


def kind(function: Kind) -> Kind:
    """Enters the function under its own name; it yields changed copies of the class."""
    KINDS[function.__name__] = function
    return function


def method(layer: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    return next(
        (node for node in layer.body if isinstance(node, ast.FunctionDef) and node.name == name),
        None,
    )


def parsed(source: str) -> list[ast.stmt]:
    return ast.parse(source).body


def expression(source: str) -> ast.expr:
    return ast.parse(source, mode="eval").body


def calls(node: ast.AST, attribute: str) -> list[ast.Call]:
    """Calls of something.attribute(...), in order."""
    return [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.Call)
        and isinstance(one.func, ast.Attribute)
        and one.func.attr == attribute
    ]


class Swap(ast.NodeTransformer):
    """Puts `new` where `chosen` says so; where there is none, nothing is done there any more."""

    def __init__(self, chosen: Callable[[ast.AST], bool], new: Callable | None) -> None:
        self.chosen, self.new, self.done = chosen, new, 0

    def visit(self, node: ast.AST) -> ast.AST | None:
        if self.chosen(node):
            self.done += 1
            return self.new(node) if self.new else ast.Pass()
        return super().visit(node)


def with_methods(layer: ast.ClassDef, names: tuple[str, ...], swap: Swap) -> Iterator[ast.ClassDef]:
    """The class with these methods rewritten, if anything was."""
    changed = copy.deepcopy(layer)
    for name in names:
        found = method(changed, name)
        if found is not None:
            swap.visit(found)
    if swap.done:
        yield changed


def is_text(node: ast.AST, text: str) -> bool:
    return isinstance(node, ast.stmt | ast.expr) and ast.unparse(node) == text


def without_keyword(layer: ast.ClassDef, of: str | None, keyword: str, value: str = "") -> Iterator:
    """The class with one keyword taken from the first call that has it."""
    changed = copy.deepcopy(layer)
    for one in ast.walk(changed):
        if not isinstance(one, ast.Call):
            continue
        if of and not (isinstance(one.func, ast.Attribute) and one.func.attr == of):
            continue
        kept = [
            word
            for word in one.keywords
            if word.arg != keyword or not ast.unparse(word.value).startswith(value)
        ]
        if len(kept) < len(one.keywords):
            one.keywords = kept
            yield changed
            return


def returned(layer: ast.ClassDef, template: str) -> Iterator[ast.ClassDef]:
    """The class whose call returns `template` of what it returned, where that is one tensor."""
    call = method(layer, "call")
    ends = [node for node in ast.walk(call) if isinstance(node, ast.Return)] if call else []
    if not ends or any(
        isinstance(end.value, ast.Tuple | ast.List | ast.Dict | ast.DictComp | None) for end in ends
    ):
        return
    changed = copy.deepcopy(layer)
    for end in ast.walk(method(changed, "call")):
        if isinstance(end, ast.Return):
            end.value = expression(template.format(ast.unparse(end.value)))
    yield changed


def opened(layer: ast.ClassDef, argument: str, source: str) -> Iterator[ast.ClassDef]:
    """The class whose call starts with a statement, where it takes the argument."""
    call = method(layer, "call")
    if call and argument in {one.arg for one in (*call.args.args, *call.args.kwonlyargs)}:
        changed = copy.deepcopy(layer)
        method(changed, "call").body[:0] = parsed(source)
        yield changed


def weights(layer: ast.ClassDef) -> list[str]:
    """Attributes that add_weight makes and that are trainable."""
    return [
        ast.unparse(node.targets[0])
        for node in ast.walk(layer)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "self.add_weight"
        and "trainable=False" not in ast.unparse(node.value)
    ]
