"""What a layer's source says of its arguments and inputs: signatures, docstrings, unpacking, indexing, names."""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass
from functools import lru_cache

import keras

from layergen.check.probes.driving.keyed import keyed_by_attributes
from layergen.check.probes.driving.ranks import SHAPE_METHODS, is_name, methods, ranks_of
from layergen.check.probes.driving.signatures import (
    CallArgument,
    call_arguments,
    init_parameters,
    is_root,
    parsed,
    source_of,
)
from layergen.check.probes.driving.written import written_shapes


@dataclass(frozen=True)
class Reading:
    """Everything the search wants to know, best guess first; ranks that are written down plainly are `sure`."""

    text: str  # source of the class and its own bases
    docstring: str
    parameters: tuple[inspect.Parameter, ...]
    call_arguments: tuple[CallArgument, ...]
    names: tuple[str, ...]  # what the elements of that list are called
    count: int | None  # elements of the list that the first argument is, where it is one
    maybe_list: bool
    keys: tuple[str, ...]  # keys of the dict that the first argument is, where it is one
    ranks: tuple[int, ...]
    sure: bool
    cell: bool
    keyed_by: tuple[str, ...]  # attributes whose elements are the keys of that dict
    lead: str  # the name of the first tensor: an argument, a key, an element of the list
    written: dict[str, tuple[str, ...]]  # names whose axes the docstring gives


@lru_cache(maxsize=8)
def read(layer_class: type) -> Reading:
    """Reads the class with those of its bases that are layers of somebody."""
    family = [c for c in layer_class.__mro__ if issubclass(c, keras.Layer) and not is_root(c)]
    text = "\n".join(filter(None, (source_of(c) for c in family)))
    tree = parsed(text)
    docstrings = [inspect.getdoc(c) or "" for c in family[:2] if c.__doc__]
    docstrings += [inspect.getdoc(c.call) or "" for c in family[:2] if "call" in vars(c)]
    docstring = "\n".join(docstrings)
    arguments = call_arguments(layer_class)
    first = arguments[0].name if arguments else "inputs"
    count, maybe_list, keys, names = _nesting(tree, first)
    keyed_by = () if keys else keyed_by_attributes(tree)
    ranks, sure = ranks_of(tree, text, docstrings, layer_class.__name__, first, count)
    cell = any("state_size" in vars(c) or "self.state_size" in text for c in family)
    inner = (*keys, *names)
    outer = [one.name for one in arguments if one.required]
    written = written_shapes(docstring, dict.fromkeys([*inner, *(outer[1:] if inner else outer)]))
    return Reading(
        text,
        docstring,
        init_parameters(layer_class),
        arguments,
        names,
        count,
        maybe_list,
        keys,
        ranks,
        sure,
        cell
        and "states" in {a.name for a in arguments[1:2]} | {a.name[:6] for a in arguments[1:2]},
        keyed_by,
        inner[0] if inner else first,
        written,
    )


def _nesting(
    tree: ast.Module, first: str
) -> tuple[int | None, bool, tuple[str, ...], tuple[str, ...]]:
    """How the first argument of `call`, or the shape in `build`, is taken apart."""
    counts: list[int] = []
    maybe = False
    keys: list[str] = []
    called: tuple[str, ...] = ()
    for method in methods(tree):
        if method.name != "call" and method.name not in SHAPE_METHODS:
            continue
        names = [argument.arg for argument in method.args.args[1:2]]
        if not names:
            continue
        subject, shape = names[0], method.name != "call"
        for node in ast.walk(method):
            count, key = _taken_apart(node, subject, shape)
            counts += [count] if count else []
            if count and isinstance(node, ast.Assign) and not shape:
                called = tuple(ast.unparse(element) for element in node.targets[0].elts)
            keys += [key] if key else []
            maybe = maybe or (
                _names_many_shapes(node, subject) if shape else _treats_as_list(node, subject)
            )
    return (
        (max(counts) if counts else None),
        maybe or bool(counts),
        tuple(dict.fromkeys(keys)),
        called,
    )


def _taken_apart(node: ast.AST, subject: str, shape: bool) -> tuple[int | None, str | None]:
    """A number of list elements, or a dict key, that one piece of code shows."""
    if isinstance(node, ast.Assign) and is_name(node.value, subject):
        target = node.targets[0]
        if isinstance(target, ast.Tuple | ast.List) and not any(
            isinstance(e, ast.Starred) for e in target.elts
        ):
            names = [ast.unparse(element) for element in target.elts]
            # `_, height, width = input_shape` takes one shape apart, `x_shape, y_shape = input_shape` two of them.
            if not shape or all("shape" in name for name in names):
                return len(names), None
    if isinstance(node, ast.Subscript) and is_name(node.value, subject):
        index = node.slice
        if isinstance(index, ast.Constant) and isinstance(index.value, str):
            return None, index.value
        if (
            isinstance(index, ast.Constant)
            and isinstance(index.value, int)
            and not shape
            and index.value > 0
        ):
            return index.value + 1, None
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Subscript):
        inner = node.value
        if is_name(inner.value, subject) and isinstance(inner.slice, ast.Constant) and shape:
            if isinstance(inner.slice.value, str):
                return None, inner.slice.value
            return (
                max(inner.slice.value + 1, 2) if isinstance(inner.slice.value, int) else None
            ), None
    called = (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "get"
    )
    if (
        called
        and is_name(node.func.value, subject)
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ):
        return None, str(node.args[0].value)
    return None, None


def _treats_as_list(node: ast.AST, subject: str) -> bool:
    if isinstance(node, ast.Assert) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    ):
        # `assert isinstance(x, list)`, `if not isinstance(x, (list, tuple)): raise`; without the "not" it only copes.
        text = ast.unparse(node)
        return f"isinstance({subject}, " in text and ("list" in text or "tuple" in text)
    if isinstance(node, ast.For | ast.comprehension) and subject in {
        child.id for child in ast.walk(node.iter) if isinstance(child, ast.Name)
    }:
        return not isinstance(node.iter, ast.Call) or ast.unparse(node.iter.func) in (
            "zip",
            "enumerate",
        )
    if isinstance(node, ast.Call):
        function = ast.unparse(node.func)
        about = bool(node.args) and is_name(node.args[0], subject)
        if function == "len" and about:
            return True
        return any(isinstance(a, ast.Starred) and is_name(a.value, subject) for a in node.args) or (
            about
            and function.rpartition(".")[2]
            in ("concatenate", "stack", "concat", "hstack", "vstack")
        )
    return False


def _names_many_shapes(node: ast.AST, subject: str) -> bool:
    """`for shape in input_shape`, `isinstance(input_shape[0], tuple)`: several shapes; `len(input_shape)` is a rank."""
    if isinstance(node, ast.For | ast.comprehension) and is_name(node.iter, subject):
        return "shape" in ast.unparse(node.target)
    text = ast.unparse(node) if isinstance(node, ast.Call) else ""
    return text.startswith(f"isinstance({subject}[0], ") and ("list" in text or "tuple" in text)
