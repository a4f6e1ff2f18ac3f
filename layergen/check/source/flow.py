"""Which expressions of `call` hold tensors: a walk from the inputs through assignments, operations and own methods."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache

from layergen.check.evidence import Source
from layergen.check.source.frame import Frame
from layergen.check.source.kinds import PYTHON_TYPES, SELF_MAKERS, Kind
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import Function, methods, module_functions

DEEPEST = 4  # calls from method to method that are followed


@dataclass
class Flow:
    """The kind of each expression that running `call` evaluates, by node id."""

    kinds: dict[int, Kind] = field(default_factory=dict)

    def kind(self, node: ast.AST) -> Kind:
        return self.kinds.get(id(node), Kind.STATIC)

    def is_tensor(self, node: ast.AST) -> bool:
        """Whether the expression surely is a tensor, not a shape, an option or a list."""
        return self.kind(node) is Kind.TENSOR


@lru_cache(maxsize=256)
def call_flow(source: Source) -> Flow:
    """Kinds of all expressions that `call` runs, methods and functions of the file included."""
    flow = Flow()
    call = methods(source).get("call")
    if call is not None:
        Walk(source, flow).function(call, _input_kinds(call), 0)
    return flow


def _input_kinds(call: Function) -> dict[str, Kind]:
    """What each argument of `call` is, by its default and annotation."""
    arguments = call.args
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    pairs = list(zip(positional, [*defaults, *arguments.defaults], strict=True))[1:]
    pairs += list(zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True))
    kinds = {}
    for index, (argument, default) in enumerate(pairs):
        annotation = ast.unparse(argument.annotation) if argument.annotation else ""
        if argument.arg == "training" or annotation in PYTHON_TYPES:
            kinds[argument.arg] = Kind.STATIC
        elif default is None and index == 0:
            kinds[argument.arg] = Kind.INPUT
        elif default is None:
            kinds[argument.arg] = (
                Kind.MAYBE
            )  # a second tensor most often, but some layers take sizes as well
        else:
            is_none = isinstance(default, ast.Constant) and default.value is None
            kinds[argument.arg] = Kind.MAYBE if is_none else Kind.STATIC
    if arguments.vararg:
        kinds[arguments.vararg.arg] = Kind.INPUT
    return kinds


class Walk:
    """Evaluates functions over kinds instead of values."""

    def __init__(self, source: Source, flow: Flow) -> None:
        self.source = source
        self.flow = flow
        self.methods = methods(source)
        self.functions = module_functions(source)
        self.attributes = _self_attributes(source)
        self.seen: dict[tuple, Kind] = {}

    def function(self, function: Function, given: dict[str, Kind], depth: int) -> Kind:
        """Walk a function's body with these arguments; the kind of what it returns."""
        key = (function, tuple(sorted(given.items())))
        if key in self.seen or depth > DEEPEST:
            return self.seen.get(key, Kind.MAYBE)
        self.seen[key] = Kind.MAYBE
        frame = Frame(self, dict(given), depth)
        frame.block(function.body)
        self.seen[key] = frame.returned
        return frame.returned


@lru_cache(maxsize=256)
def _self_attributes(source: Source) -> dict[str, Kind]:
    """Attributes that the class sets on itself: weights are tensors, what is called like a layer is MAYBE."""
    found: dict[str, Kind] = {}
    for family_member in source.family:
        for node in ast.walk(family_member):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            function = node.value.func
            made_by = (
                function.attr
                if isinstance(function, ast.Attribute)
                else getattr(function, "id", "")
            )
            for target in node.targets:
                name = self_attribute(target)
                if name is not None:
                    found[name] = (
                        Kind.TENSOR if made_by in SELF_MAKERS else found.get(name, Kind.STATIC)
                    )
    return found
