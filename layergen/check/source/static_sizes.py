"""Sizes of inputs that `call` takes for numbers, though they are not known before it runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from layergen.check.evidence import Source
from layergen.check.source.flow import Flow, call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.names import dotted
from layergen.check.source.reach import Function, in_call, under_backend_test

NUMBER_MAKERS = ("range", "int")


@dataclass(frozen=True)
class SizeRead:
    """One axis of an input, used where a number has to stand."""

    subject: str  # the input, as it is written
    axis: int
    line: int
    written: str
    fallback: bool  # `x.shape[0] or 1`: where it is not known, another number takes its place without a word


@dataclass(frozen=True)
class Size:
    """An expression that is the size of one axis; `dynamic`: by `ops.shape`, a tensor where the size is not known."""

    subject: str
    axis: int
    dynamic: bool


def size_reads(source: Source) -> Iterator[SizeRead]:
    """Every use as a number of an input's size, in what `call` runs."""
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        parents = {
            child: node for node in ast.walk(function) for child in ast.iter_child_nodes(node)
        }
        names = _named(source, flow, function)
        for node in ast.walk(function):
            size = names.get(node.id) if _is_read(node) else _size(source, flow, node)
            if size is None or id(node) in guarded or _is_bound(node, parents):
                continue
            if _needs_number(node, parents, size.dynamic):
                fallback = isinstance(parents.get(node), ast.BoolOp)
                yield SizeRead(size.subject, size.axis, node.lineno, ast.unparse(node), fallback)


def _is_read(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)


def _is_bound(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Whether the node is no more than given a name: `batch = x.shape[0]`."""
    return isinstance(node, ast.Subscript) and isinstance(parents.get(node), ast.Assign)


def _named(source: Source, flow: Flow, function: Function) -> dict[str, Size]:
    """Names that hold a size, and nothing else in the whole function."""
    found: dict[str, Size] = {}
    stored = [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign) or len(node.targets) != 1:
            continue
        target = node.targets[0]
        if isinstance(target, ast.Name) and (size := _size(source, flow, node.value)):
            found[target.id] = size
        elif isinstance(target, ast.Tuple) and (shape := _shape(source, flow, node.value)):
            for axis, item in enumerate(target.elts):
                if isinstance(item, ast.Starred):
                    break
                if isinstance(item, ast.Name):
                    found[item.id] = Size(shape.subject, axis, shape.dynamic)
    return {name: size for name, size in found.items() if stored.count(name) == 1}


def _size(source: Source, flow: Flow, node: ast.AST) -> Size | None:
    """`x.shape[0]` or `ops.shape(x)[0]`."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        shape = _shape(source, flow, node.value)
        if shape is not None and isinstance(node.slice.value, int):
            return Size(shape.subject, node.slice.value, shape.dynamic)
    return None


def _shape(source: Source, flow: Flow, node: ast.AST) -> Size | None:
    """The whole shape of an input, or the part of it that starts at its first axis."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        return None if node.slice.lower else _shape(source, flow, node.value)
    if isinstance(node, ast.Attribute) and node.attr == "shape":
        subject, dynamic = node.value, False
    elif (
        isinstance(node, ast.Call) and node.args and dotted(source, node.func) == "keras.ops.shape"
    ):
        subject, dynamic = node.args[0], True
    else:
        return None
    # What an operation made of it may have another first axis.
    is_input = flow.kind(subject) is Kind.INPUT
    return Size(ast.unparse(subject), 0, dynamic) if is_input else None


def _needs_number(node: ast.AST, parents: dict[ast.AST, ast.AST], dynamic: bool) -> bool:
    """Whether the code around asks for a number; a message, or a question whether the size is known, does not."""
    compared = False
    while (parent := parents.get(node)) is not None and not isinstance(parent, ast.stmt):
        match parent:
            case ast.BoolOp(op=ast.Or(), values=[_, ast.Constant()]):
                return not dynamic  # `x.shape[0] or 1`: always 1 where it matters
            case ast.JoinedStr() | ast.BoolOp(op=ast.Or()):
                return False
            case ast.Compare(
                ops=[ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq() | ast.In() | ast.NotIn()]
            ):
                return False
            case ast.Compare():
                compared = True
            case ast.IfExp():
                return compared and parent.test is node
            case ast.Call(func=ast.Name(id=name)) if name in NUMBER_MAKERS:
                return True
            case ast.Call() if dynamic:
                return False  # a function of tensors
        node = parent
    if isinstance(parent, ast.If | ast.While):
        return compared
    return not dynamic and not isinstance(parent, ast.Raise | ast.Assert)
