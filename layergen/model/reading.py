"""What the readers of a `call` block share: names in scope, conditions that hold, dtypes brought together, problems."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from layergen.model.dims import Dim, Disagree, Shape, read_dim
from layergen.model.expressions import construct_words
from layergen.model.names import attribute
from layergen.model.values import ANY, STATIC_INT, DType, Value, size, tensor
from layergen.spec.problems import Place, Problem

if TYPE_CHECKING:
    from layergen.model.call import Meaning

Read = tuple[ast.expr, Value]
DTYPE_WORDS: dict[str, DType] = {"float": "compute", "int": "int32", "bool": "bool"}
AMBIGUOUS = {"l": "l_", "O": "O_", "I": "I_"}  # names that linters refuse
INTEGERS = ("int32", "int64", "uint8")


def as_tuple(read: ast.expr) -> ast.expr:
    """Axes counted by `range` as the tuple that Keras takes."""
    counted = isinstance(read, ast.Call) and ast.unparse(read.func) == "range"
    return ast.Call(ast.Name("tuple"), [read], []) if counted else read


def parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


class Reader:
    """What is in scope, what is known of it, and the problems found; the expressions themselves are read by FormulaReader.

    Args:
        text: The block.
        names: Every name of the spec that `call` may use.
    """

    def __init__(self, text: str, names: Mapping[str, Meaning]) -> None:
        from layergen.model.call import CallBlock

        self.text = text
        self.names = names
        self.locals: dict[str, Value] = {}
        self.established: frozenset[str] = frozenset()
        self.problems: list[Problem] = []
        # What a size becomes among floats; inside `int(...)` half precision would not count far.
        self.size_dtype: DType = "compute"
        self.block = CallBlock()
        self.used = self.block.used

    def place(self, node: ast.AST) -> Place:
        return Place(getattr(node, "lineno", 1), getattr(node, "col_offset", 0))

    def problem(self, node: ast.AST, message: str, hint: str = "") -> None:
        raise NotImplementedError

    def written(self, node: ast.Constant) -> str:
        """A number as it was written: `1e-6`, not `1e-06`."""
        segment = ast.get_source_segment(self.text, node) or ""
        return (
            segment
            if re.fullmatch(r"(?=\.?\d)[\d_]*\.?[\d_]*([eE][-+]?\d+)?", segment)
            else repr(node.value)
        )

    def print(self, node: ast.expr) -> str:
        return ast.unparse(ast.fix_missing_locations(node))

    def local_name(self, name: str) -> str:
        meaning = self.names.get(name)
        return meaning.source if meaning is not None else AMBIGUOUS.get(name, name)

    def static_test(self, node: ast.expr) -> str:
        """A condition that Python decides; printed."""
        read, value = self.expression(node)
        if value.kind in ("tensor", "any") or (value.kind == "size" and not value.fixed):
            known = (
                "a tensor"
                if value.kind == "tensor"
                else "a size that is not known when the layer is built"
            )
            hint = "use where(condition, a, b) or cond(...) for what depends on values"
            if value.kind != "any":
                self.problem(node, f"the condition {ast.unparse(node)!r} depends on {known}", hint)
        return self.print(read)

    def establish(self, test: ast.expr, holds: bool) -> None:
        """Notes what a branch may rely on: conditions as text, and names that are not None there."""
        facts = set(_facts(test, holds))
        self.established = self.established | facts
        for name, meaning in self.names.items():
            self.established |= _by_elimination(name, meaning.value.choices, self.established)
        for name, value in list(self.locals.items()):
            if value.exists_when in self.established:
                self.locals[name] = replace(value, exists_when=None)

    def expression(self, node: ast.expr) -> Read:
        reader = getattr(self, f"on_{type(node).__name__.lower()}", None)
        if reader is None:
            self.problem(node, f"{construct_words(node)} is not allowed in call")
            for item in ast.walk(node):
                if isinstance(item, ast.NamedExpr) and isinstance(item.target, ast.Name):
                    self.locals[item.target.id] = ANY
            return node, ANY
        read, value = reader(node)
        return ast.copy_location(read, node), value

    def optional(self, node: ast.expr) -> Read:
        """An expression that may be None: what a name is given, or a sublayer or a function is handed."""
        if isinstance(node, ast.IfExp):
            return self.on_ifexp(node, self.optional)
        if isinstance(node, ast.Name) and self._exists_when(node.id) == f"{node.id} is not None":
            before, self.may_be_none = self.may_be_none, True
            read = self.expression(node)
            self.may_be_none = before
            return read
        return self.expression(node)

    def _exists_when(self, name: str) -> str | None:
        """The condition under which a name is not None, where it is not established."""
        meaning = self.names.get(name)
        value = self.locals.get(name, ANY if meaning is None else meaning.value)
        return None if value.exists_when in self.established else value.exists_when

    def _existing(self, node: ast.Name, value: Value) -> Value:
        if value.exists_when is None or value.exists_when in self.established or self.may_be_none:
            return value if self.may_be_none else replace(value, exists_when=None)
        self.problem(
            node,
            f"{node.id!r} may be missing here: it exists only if {value.exists_when}",
            f"use it inside `if {value.exists_when}:`",
        )
        return replace(value, exists_when=None)

    may_be_none = (
        False  # inside `x is None` and `f(x) if x is not None else …` a missing name is fine
    )

    def _is_fixed(self, dim: Dim) -> bool:
        known = {name for name, meaning in self.names.items() if meaning.value.is_python}
        return all(atom in known for atoms, _ in dim.terms for atom in atoms)

    def dim(self, node: ast.expr) -> Dim | None:
        """The size that an index or shape expression stands for."""
        known = {name: meaning.value.dim for name, meaning in self.names.items()} | {
            name: value.dim for name, value in self.locals.items()
        }
        return read_dim(node, {name: dim for name, dim in known.items() if dim is not None})

    def unify(self, operands: list[Read], arithmetic: bool = False) -> list[Read]:
        """Casts operands to one dtype, as no backend but JAX does by itself."""
        tensors = [value for _, value in operands if value.kind == "tensor"]
        floats = [value.dtype for value in tensors if value.is_float]
        named = [dtype for dtype in floats if dtype != "compute"]
        python_float = any(
            value.number == "float" for _, value in operands if value.kind == "static"
        )
        if floats or python_float:
            target: DType | None = named[0] if named else "compute"
        elif arithmetic and any(value.dtype == "bool" for value in tensors):
            integers = [value.dtype for value in tensors if value.dtype in INTEGERS]
            target = (
                integers[0]
                if integers
                else "bool" if all(value.dtype == "bool" for _, value in operands) else "int32"
            )
        else:
            target = None
        return [self._brought(read, value, target) for read, value in operands]

    def _brought(self, read: ast.expr, value: Value, target: DType | None) -> Read:
        if target is None or target == "bool":
            return read, value
        if value.kind == "tensor" and value.dtype is not None and value.dtype != target:
            return self.cast(read, target), replace(value, dtype=target)
        if (
            value.kind == "size"
            and not value.fixed
            and target in ("compute", "float32", "float16", "float64")
        ):
            return self.cast(read, target), tensor(target, Shape(()))
        return read, value

    def cast(self, node: ast.expr, dtype: DType) -> ast.expr:
        wanted = "self.compute_dtype" if dtype == "compute" else repr(dtype)
        text = self.print(node)
        for name, meaning in self.names.items():
            if meaning.kind == "constants" and meaning.source == text:
                text = f"self.{attribute(name, 'constants')}"  # a constant is cast once, to what it is used as
        return parsed(f"ops.cast({text}, {wanted})")

    def follow(self, node: ast.AST, shape: object) -> Shape | None:
        """The shape that an operation gives, or the problem that it has none."""
        try:
            return shape()  # type: ignore[operator]
        except Disagree as error:
            self.problem(
                node,
                f"the shapes in {ast.unparse(node)!r} do not go together: {error}",
                self._operand_shapes(node),
            )
            return None

    def _operand_shapes(self, node: ast.AST) -> str:
        """`x is (batch, ..., features); kernel is (units, features)`."""
        told, quiet = [], len(self.problems)
        used = set(self.used)
        for child in ast.walk(node):
            if isinstance(child, ast.Name) and (child.id in self.locals or child.id in self.names):
                _, value = self.on_name(child)
                if value.kind == "tensor" and value.shape is not None:
                    told.append(f"{child.id} is {value.shape}")
        del self.problems[quiet:]
        self.used.intersection_update(used | self.used)
        return "; ".join(dict.fromkeys(told))

    def _shape_value(self, shape: Shape | None) -> Value:
        if shape is not None and shape.back is None:
            return Value("list", items=tuple(size(dim) for dim in shape.front))
        return Value("list", item=size(None))

    def on_ifexp(
        self, node: ast.IfExp, read_branch: Callable[[ast.expr], Read] | None = None
    ) -> Read:
        raise NotImplementedError

    def _bind(self, target: ast.expr, value: Value) -> str:
        raise NotImplementedError

    def iterable(self, node: ast.expr) -> tuple[str, Value, Dim | None]:
        """What a loop runs over, printed, what each round is given, and how many there are."""
        read, value = self.expression(node)
        if value.kind == "tensor" or (value.kind == "size"):
            hint = "use unstack(x, axis=...) for a known number of steps, scan(...) or map(...) otherwise"
            self.problem(node, f"a loop cannot run over the tensor {ast.unparse(node)!r}", hint)
            return self.print(read), ANY, None
        if value.items:
            item = (
                value.items[0]
                if len(set(value.items)) == 1
                else replace(value.items[0], shape=None, dim=None)
            )
            same_kind = all(other.kind == item.kind for other in value.items)
            return self.print(read), item if same_kind else ANY, Dim.of(len(value.items))
        item = value.item or (STATIC_INT if value.kind == "static" else ANY)
        return self.print(read), item, value.length

    def parameters(self, node: ast.arguments) -> str:
        """The parameters of a function or lambda, now known as locals."""
        if node.vararg or node.kwarg or node.kwonlyargs or node.posonlyargs:
            self.problem(
                node.args[0] if node.args else ast.Pass(), "only plain parameters are allowed"
            )
        for argument in node.args:
            if argument.annotation is not None:
                self.problem(argument, "annotations are not allowed in call")
                argument.annotation = None
            self.locals[argument.arg] = ANY
        node.defaults = [self.expression(default)[0] for default in node.defaults]
        return ast.unparse(node)


def _by_elimination(
    name: str, choices: tuple[str | int, ...], established: frozenset[str]
) -> set[str]:
    """What is none of the other choices is the last one."""
    is_one = [choice for choice in choices if f"{name} == {choice!r}" in established]
    left = is_one or [choice for choice in choices if f"{name} != {choice!r}" not in established]
    if len(left) != 1:
        return set()
    others = {f"{name} != {choice!r}" for choice in choices if choice != left[0]}
    return {f"{name} == {left[0]!r}", *others}


def _facts(test: ast.expr, holds: bool) -> list[str]:
    """The conditions that a branch establishes, as text."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) == holds:
        return [ast.unparse(test), *(fact for item in test.values for fact in _facts(item, holds))]
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return [ast.unparse(test)] * holds + _facts(test.operand, not holds)
    facts = [ast.unparse(test if holds else ast.UnaryOp(ast.Not(), test))]
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        opposite = {ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Gt: ast.LtE,
                    ast.LtE: ast.Gt, ast.Lt: ast.GtE, ast.GtE: ast.Lt}  # fmt: skip
        if not holds and type(test.ops[0]) in opposite:
            facts.append(
                ast.unparse(
                    ast.Compare(test.left, [opposite[type(test.ops[0])]()], test.comparators)
                )
            )
    return facts
