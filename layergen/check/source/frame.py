"""One function walked over kinds instead of values: statements bind, expressions are judged."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from layergen.check.source.kinds import (
    ELEMENTWISE_TESTS,
    STATIC_ATTRIBUTES,
    STATIC_FUNCTIONS,
    STATIC_METHODS,
    TENSOR_METHODS,
    TENSOR_MODULES,
    Kind,
)
from layergen.check.source.names import dotted, self_attribute
from layergen.check.source.reach import Function

if TYPE_CHECKING:
    from layergen.check.source.flow import Walk


class Frame:
    """One function being walked: its local variables and what it has returned so far."""

    def __init__(self, walk: Walk, variables: dict[str, Kind], depth: int) -> None:
        self.walk = walk
        self.variables = variables
        self.depth = depth
        self.returned = Kind.STATIC

    def block(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self.statement(statement)

    def statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.Assign):
            kind = self.kind(node.value)
            for target in node.targets:
                self.bind(target, kind, node.value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            self.bind(node.target, self.kind(node.value), node.value)
        elif isinstance(node, ast.AugAssign):
            self.bind(node.target, max(self.kind(node.target), self.kind(node.value)), None)
        elif isinstance(node, ast.Return):
            if node.value is not None:
                self.returned = max(self.returned, self.kind(node.value))
        elif isinstance(node, ast.For):
            self.bind(node.target, self.element(node.iter), None)
            self.block(
                [*node.body, *node.body, *node.orelse]
            )  # the second turn sees what the first assigned
        elif isinstance(node, ast.While):
            self.kind(node.test)
            self.block([*node.body, *node.body, *node.orelse])
            self.kind(node.test)
        elif isinstance(node, ast.FunctionDef):
            pass  # given to cond, while_loop, scan: its arguments are whatever these pass
        else:
            self.parts(node)

    def parts(self, node: ast.stmt) -> None:
        """Any other statement: its expressions, then its blocks."""
        for name, value in ast.iter_fields(node):
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, ast.expr):
                    self.kind(item)
                elif isinstance(item, ast.withitem):
                    self.kind(item.context_expr)
                elif isinstance(item, ast.stmt):
                    self.statement(item)
                elif isinstance(item, ast.ExceptHandler):
                    self.block(item.body)

    def bind(self, target: ast.expr, kind: Kind, value: ast.expr | None) -> None:
        if isinstance(target, ast.Name):
            self.variables[target.id] = kind
        elif isinstance(target, ast.Starred):
            self.bind(target.value, kind, None)
        elif isinstance(target, ast.Tuple | ast.List):
            values = (
                value.elts
                if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts)
                else None
            )
            for index, item in enumerate(target.elts):
                self.bind(item, self.kind(values[index]) if values else kind, None)
        elif isinstance(target, ast.Subscript | ast.Attribute):
            self.kind(target.value)

    def element(self, node: ast.expr) -> Kind:
        """What a loop over an expression binds: rows of a tensor are tensors; an input may be a dict with its keys."""
        kind = self.kind(node)
        return kind if kind is Kind.TENSOR else min(kind, Kind.MAYBE)

    def kind(self, node: ast.expr) -> Kind:
        kind = self.judge(node)
        self.walk.flow.kinds[id(node)] = max(kind, self.walk.flow.kinds.get(id(node), kind))
        return kind

    def judge(self, node: ast.expr) -> Kind:
        handler = getattr(self, "of_" + type(node).__name__.lower(), None)
        if handler is not None:
            return handler(node)
        kinds = [
            self.kind(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)
        ]
        return max(kinds, default=Kind.STATIC)

    def of_constant(self, node: ast.Constant) -> Kind:
        return Kind.STATIC

    def of_name(self, node: ast.Name) -> Kind:
        return self.variables.get(node.id, Kind.STATIC)

    def of_lambda(self, node: ast.Lambda) -> Kind:
        return Kind.STATIC

    def of_joinedstr(self, node: ast.JoinedStr) -> Kind:
        return Kind.STATIC

    def of_attribute(self, node: ast.Attribute) -> Kind:
        name = self_attribute(node)
        if name is not None:
            return self.walk.attributes.get(name, Kind.STATIC)
        kind = self.kind(node.value)
        return Kind.STATIC if node.attr in STATIC_ATTRIBUTES else kind

    def of_subscript(self, node: ast.Subscript) -> Kind:
        self.kind(node.slice)
        return self.kind(node.value)

    def of_list(self, node: ast.List | ast.Tuple | ast.Set) -> Kind:
        kinds = [self.kind(item) for item in node.elts]
        return min(max(kinds, default=Kind.STATIC), Kind.MAYBE)  # a list of tensors is no tensor

    of_tuple = of_set = of_list

    def of_dict(self, node: ast.Dict) -> Kind:
        kinds = [self.kind(item) for item in [*node.keys, *node.values] if item is not None]
        return min(max(kinds, default=Kind.STATIC), Kind.MAYBE)

    def comprehension(self, node) -> Kind:
        for generator in node.generators:
            self.bind(generator.target, self.element(generator.iter), None)
            for test in generator.ifs:
                self.kind(test)
        values = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        return min(max(self.kind(value) for value in values), Kind.MAYBE)

    of_listcomp = of_setcomp = of_generatorexp = of_dictcomp = comprehension

    def of_binop(self, node: ast.BinOp) -> Kind:
        left, right = self.kind(node.left), self.kind(node.right)
        lists = (ast.List, ast.Tuple, ast.ListComp)
        if isinstance(node.left, lists) or isinstance(node.right, lists):
            return min(max(left, right), Kind.MAYBE)
        if Kind.TENSOR in (left, right):
            return Kind.TENSOR
        return (
            Kind.TENSOR
            if max(left, right) is Kind.INPUT and not isinstance(node.op, ast.Mod)
            else max(left, right)
        )

    def of_compare(self, node: ast.Compare) -> Kind:
        sides = [node.left, *node.comparators]
        kinds = [self.kind(side) for side in sides]
        if any(isinstance(op, ast.Is | ast.IsNot | ast.In | ast.NotIn) for op in node.ops):
            return Kind.STATIC
        if any(
            isinstance(side, ast.Constant) and isinstance(side.value, str | None) for side in sides
        ):
            return Kind.STATIC
        certain = max(kinds) is Kind.TENSOR or (Kind.INPUT in kinds and Kind.MAYBE not in kinds)
        return Kind.TENSOR if certain else Kind.STATIC

    def of_boolop(self, node: ast.BoolOp) -> Kind:
        return max(self.kind(value) for value in node.values)

    def of_unaryop(self, node: ast.UnaryOp) -> Kind:
        kind = self.kind(node.operand)
        return kind if isinstance(node.op, ast.Not) or kind is not Kind.INPUT else Kind.TENSOR

    def of_ifexp(self, node: ast.IfExp) -> Kind:
        self.kind(node.test)
        return max(self.kind(node.body), self.kind(node.orelse))

    def of_namedexpr(self, node: ast.NamedExpr) -> Kind:
        kind = self.kind(node.value)
        self.bind(node.target, kind, None)
        return kind

    def of_call(self, node: ast.Call) -> Kind:
        values = [item.value if isinstance(item, ast.Starred) else item for item in node.args]
        positional = [self.kind(value) for value in values]
        keywords = {item.arg: self.kind(item.value) for item in node.keywords}
        highest = max([*positional, *keywords.values()], default=Kind.STATIC)
        name = dotted(self.walk.source, node.func, frozenset(self.variables))
        if name is not None:
            return self.of_library(name, highest)
        if isinstance(node.func, ast.Name):
            return self.of_plain_call(node.func.id, positional, keywords, highest)
        attribute = self_attribute(node.func)
        if attribute is not None:
            own = self.walk.methods.get(attribute)
            if own is not None:
                return self.enter(own, positional, keywords, skip_self=not _is_static(own))
            called_layer = attribute in self.walk.attributes and highest >= Kind.MAYBE
            return Kind.TENSOR if called_layer else min(highest, Kind.MAYBE)
        return self.of_method(node, highest)

    def of_library(self, name: str, highest: Kind) -> Kind:
        function = name.rpartition(".")[2]
        asks = (
            function.startswith(("is_", "assert", "check_")) and function not in ELEMENTWISE_TESTS
        )
        if asks or function in STATIC_FUNCTIONS:
            return Kind.STATIC
        if name.startswith(TENSOR_MODULES) and highest >= Kind.MAYBE:
            return Kind.TENSOR
        return min(highest, Kind.MAYBE)

    def of_plain_call(
        self, name: str, positional: list[Kind], keywords: dict, highest: Kind
    ) -> Kind:
        if name in self.walk.functions:
            return self.enter(self.walk.functions[name], positional, keywords, skip_self=False)
        if name in ("float", "int", "bool", "abs", "max", "min", "sum", "round", "pow"):
            return highest
        if name in (
            "list",
            "tuple",
            "dict",
            "zip",
            "enumerate",
            "reversed",
            "sorted",
            "map",
            "iter",
            "next",
            "set",
        ):
            return min(highest, Kind.INPUT)
        if name in (
            "len",
            "isinstance",
            "hasattr",
            "type",
            "callable",
            "id",
            "str",
            "repr",
            "any",
            "all",
            "getattr",
        ):
            return Kind.STATIC
        return min(highest, Kind.MAYBE)

    def of_method(self, node: ast.Call, highest: Kind) -> Kind:
        """A method of some value: `x.sum()`, `inputs.get("a")`, `super().call(x)`."""
        if not isinstance(node.func, ast.Attribute):
            return min(max(highest, self.kind(node.func)), Kind.MAYBE)
        receiver, method = self.kind(node.func.value), node.func.attr
        if ast.unparse(node.func).startswith("super()."):
            return (
                Kind.TENSOR
                if method in ("call", "__call__") and highest >= Kind.MAYBE
                else Kind.MAYBE
            )
        if method in STATIC_METHODS:
            return Kind.STATIC
        if receiver is Kind.TENSOR or (receiver is Kind.INPUT and method in TENSOR_METHODS):
            return Kind.TENSOR
        return receiver if receiver >= Kind.MAYBE else min(highest, Kind.MAYBE)

    def enter(
        self, function: Function, positional: list[Kind], keywords: dict, skip_self: bool
    ) -> Kind:
        """Follow a call into a function of the same file."""
        names = [argument.arg for argument in [*function.args.posonlyargs, *function.args.args]]
        names = names[1:] if skip_self else names
        given = dict(zip(names, positional, strict=False)) | {
            k: v for k, v in keywords.items() if k
        }
        if function.args.vararg and len(positional) > len(names):
            given[function.args.vararg.arg] = min(max(positional[len(names) :]), Kind.MAYBE)
        return self.walk.function(function, given, self.depth + 1)


def _is_static(function: Function) -> bool:
    return any(
        isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in function.decorator_list
    )
