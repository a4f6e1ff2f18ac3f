"""Reads the expressions of the `call` block: resolves every name, follows dtypes and shapes, and writes Keras operations."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from layergen.model import operations
from layergen.model.dims import Dim, Disagree, Shape, broadcast, read_dim
from layergen.model.expressions import MATH_CONSTANTS, STATIC_BUILTINS, STATIC_MATH
from layergen.model.functions import IMAGE_OPS, LAYER_ATTRIBUTES, OPS, RANDOM
from layergen.model.values import (
    ANY,
    STATIC,
    STATIC_FLOAT,
    STATIC_INT,
    DType,
    Value,
    listed,
    size,
    tensor,
)
from layergen.spec.problems import Place, Problem
from layergen.spec.suggest import did_you_mean

if TYPE_CHECKING:
    from layergen.model.call import Meaning

Read = tuple[ast.expr, Value]
DTYPE_WORDS: dict[str, DType] = {"float": "compute", "int": "int32", "bool": "bool"}
AMBIGUOUS = {"l": "l_", "O": "O_", "I": "I_"}  # names that linters refuse
BINARY_OPS: dict[type[ast.operator], str] = {ast.MatMult: "matmul"}
INTEGERS = ("int32", "int64", "uint8")


def parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


class FormulaReader:
    """Expression by expression; each gives the expression to print and what is known of its value.

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
        self.block = CallBlock()
        self.used = self.block.used

    def place(self, node: ast.AST) -> Place:
        return Place(getattr(node, "lineno", 1), getattr(node, "col_offset", 0))

    def problem(self, node: ast.AST, message: str, hint: str = "") -> None:
        raise NotImplementedError

    def written(self, node: ast.Constant) -> str:
        """A number as it was written: `1e-6`, not `1e-06`."""
        segment = ast.get_source_segment(self.text, node) or ""
        return segment if re.fullmatch(r"(?=\.?\d)[\d_]*\.?[\d_]*([eE][-+]?\d+)?", segment) else repr(node.value)

    def print(self, node: ast.expr) -> str:
        return ast.unparse(ast.fix_missing_locations(node))

    def local_name(self, name: str) -> str:
        meaning = self.names.get(name)
        return meaning.source if meaning is not None else AMBIGUOUS.get(name, name)

    # -- conditions ---------------------------------------------------------------------------

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
        for name, value in list(self.locals.items()):
            if value.exists_when in self.established:
                self.locals[name] = replace(value, exists_when=None)

    # -- expressions --------------------------------------------------------------------------

    def expression(self, node: ast.expr) -> Read:
        reader = getattr(self, f"on_{type(node).__name__.lower()}", None)
        if reader is None:
            self.problem(node, f"{type(node).__name__} is not allowed in call")
            return node, ANY
        read, value = reader(node)
        return ast.copy_location(read, node), value

    def on_constant(self, node: ast.Constant) -> Read:
        value = node.value
        if isinstance(value, bool) or value is None or value is Ellipsis or isinstance(value, str):
            return node, STATIC
        if isinstance(value, int):
            return node, replace(STATIC_INT, dim=Dim.of(value))
        if isinstance(value, float):
            return ast.Name(self.written(node), ast.Load()), STATIC_FLOAT
        self.problem(node, f"{value!r} is not allowed in call")
        return node, ANY

    def on_name(self, node: ast.Name) -> Read:
        name = node.id
        if name in self.locals:
            return ast.Name(self.local_name(name), node.ctx), self._existing(
                node, self.locals[name]
            )
        meaning = self.names.get(name)
        if meaning is not None:
            self.used.add(name)
            return parsed(meaning.source), self._existing(node, meaning.value)
        if name in MATH_CONSTANTS:
            self.block.uses_math = True
            return parsed(f"math.{name}"), STATIC_FLOAT
        if name in DTYPE_WORDS:
            return node, STATIC
        if name in OPS or name in RANDOM:
            self.used.add(name)
            return parsed(f"ops.{name}" if name in OPS else f"keras.random.{name}"), Value(
                "function", elementwise=name in operations.ELEMENTWISE
            )
        near = did_you_mean(name, [*self.names, *self.locals, *OPS])
        scope = ", ".join([*self.locals, *self.names])
        self.problem(
            node,
            f"{name!r} is not defined",
            f"in scope: {scope}, and every function of keras.ops{near}",
        )
        return node, ANY

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

    def on_attribute(self, node: ast.Attribute) -> Read:
        if node.attr.startswith("_"):
            self.problem(
                node, f"the attribute {node.attr!r} starts with an underscore", "it is not public"
            )
            return node, ANY
        read, value = self.expression(node.value)
        if value.kind in ("tensor", "any") and node.attr in ("shape", "ndim", "dtype"):
            if node.attr == "dtype":
                return ast.Attribute(read, "dtype", ast.Load()), STATIC
            if node.attr == "ndim":
                return parsed(f"len({self.print(read)}.shape)"), STATIC_INT
            return parsed(f"ops.shape({self.print(read)})"), self._shape_value(value.shape)
        if value.kind == "layer" and node.attr in LAYER_ATTRIBUTES:
            hint = "what can be read of a sublayer are its weights, such as .kernel"
            self.problem(node, f"the attribute {node.attr!r} cannot be read here", hint)
            return node, ANY
        if value.kind == "layer":
            return ast.Attribute(read, node.attr, ast.Load()), tensor(None)
        allowed = {"tensor": "shape, ndim, dtype"}.get(value.kind, "none")
        hint = (
            f"write {node.attr}(x, ...) instead of x.{node.attr}"
            if node.attr in OPS
            else f"allowed: {allowed}"
        )
        self.problem(node, f"the attribute {node.attr!r} cannot be read here", hint)
        return node, ANY

    def _shape_value(self, shape: Shape | None) -> Value:
        if shape is not None and shape.back is None:
            return Value("list", items=tuple(size(dim) for dim in shape.front))
        return Value("list", item=size(None))

    def on_subscript(self, node: ast.Subscript) -> Read:
        if isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
            return self._on_shape_item(node)
        read, value = self.expression(node.value)
        index = self._index(node.slice)
        printed = ast.Subscript(read, index, ast.Load())
        if value.kind == "list":
            at = operations.literal(node.slice)
            if value.items is not None and isinstance(at, int):
                if -len(value.items) <= at < len(value.items):
                    return printed, value.items[at]
                self.problem(node, f"index {at} of {len(value.items)} items")
            if isinstance(node.slice, ast.Slice):
                return printed, Value("list", item=value.item or (value.items or (ANY,))[0])
            return printed, value.item or (value.items[0] if value.items else ANY)
        if value.kind == "static":
            return printed, STATIC_INT
        return printed, replace(
            tensor(value.dtype),
            shape=self._follow(
                node, lambda: operations.subscript_shape(value.shape, node.slice, self.dim)
            ),
        )

    def _on_shape_item(self, node: ast.Subscript) -> Read:
        """`x.shape[i]` is a size: an integer where it is known, a tensor under tf.function where not."""
        assert isinstance(node.value, ast.Attribute)
        read, value = self.expression(node.value.value)
        index = self._index(node.slice)
        at = operations.literal(node.slice)
        dim = None
        if value.shape is not None and isinstance(at, int):
            try:
                dim = value.shape.axis(at)
            except IndexError:
                self.problem(node, f"axis {at} of a tensor of shape {value.shape}")
        printed = ast.Subscript(parsed(f"ops.shape({self.print(read)})"), index, ast.Load())
        if isinstance(node.slice, ast.Slice):
            return printed, Value("list", item=size(None))
        fixed = dim is not None and self._is_fixed(dim)
        return printed, size(dim, fixed=fixed)

    def _is_fixed(self, dim: Dim) -> bool:
        known = {name for name, meaning in self.names.items() if meaning.value.is_python}
        return all(atom in known for atoms, _ in dim.terms for atom in atoms)

    def _index(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Tuple):
            return ast.Tuple([self._index(item) for item in node.elts], ast.Load())
        if isinstance(node, ast.Slice):
            if node.step is not None and isinstance(operations.literal(node.step), int) and operations.literal(node.step) < 0:  # type: ignore[operator]
                self.problem(
                    node,
                    "a slice with a negative step does not run on PyTorch",
                    "use flip(x, axis=...)",
                )
            bounds = [
                None if part is None else self.expression(part)[0]
                for part in (node.lower, node.upper, node.step)
            ]
            return ast.Slice(*bounds)
        return self.expression(node)[0]

    def dim(self, node: ast.expr) -> Dim | None:
        """The size that an index or shape expression stands for."""
        known = {name: meaning.value.dim for name, meaning in self.names.items()} | {
            name: value.dim for name, value in self.locals.items()
        }
        return read_dim(node, {name: dim for name, dim in known.items() if dim is not None})

    def on_tuple(self, node: ast.Tuple) -> Read:
        items, values = self._items(node.elts)
        return ast.Tuple(items, ast.Load()), values

    def on_list(self, node: ast.List) -> Read:
        items, values = self._items(node.elts)
        return ast.List(items, ast.Load()), values

    def _items(self, elements: list[ast.expr]) -> tuple[list[ast.expr], Value]:
        printed, values, known = [], [], True
        for element in elements:
            if isinstance(element, ast.Starred):
                read, value = self.expression(element.value)
                printed.append(ast.Starred(read, ast.Load()))
                known = known and value.items is not None
                values += value.items or [value.item or ANY]
            else:
                read, value = self.expression(element)
                printed.append(read)
                values.append(value)
        if known:
            return printed, listed(*values)
        return printed, Value("list", item=values[0] if len(set(values)) == 1 else ANY)

    def on_ifexp(self, node: ast.IfExp) -> Read:
        test = parsed(self.static_test(node.test))
        established, scope = self.established, dict(self.locals)
        self.establish(node.test, True)
        body, one = self.expression(node.body)
        self.established, self.locals = established, dict(scope)
        self.establish(node.test, False)
        otherwise, two = self.expression(node.orelse)
        self.established, self.locals = established, scope
        value = (
            one
            if one == two
            else replace(one if one.kind == two.kind else ANY, shape=None, dim=None, items=None)
        )
        if one.kind == "tensor" and two.kind == "tensor" and one.dtype != two.dtype:
            value = replace(value, dtype=None)
        return ast.IfExp(test, body, otherwise), value

    def on_boolop(self, node: ast.BoolOp) -> Read:
        printed = []
        established, scope = self.established, dict(self.locals)
        for item in node.values:
            read, value = self.expression(item)
            if value.kind == "tensor":
                word = "logical_and" if isinstance(node.op, ast.And) else "logical_or"
                self.problem(
                    node,
                    f"'and' and 'or' cannot join tensors: {ast.unparse(item)!r} is one",
                    f"use {word}(a, b)",
                )
            printed.append(read)
            # `mask is not None and f(mask)`: what stands on the right may rely on the left.
            self.establish(item, isinstance(node.op, ast.And))
        self.established, self.locals = established, scope
        return ast.BoolOp(node.op, printed), STATIC

    def on_unaryop(self, node: ast.UnaryOp) -> Read:
        read, value = self.expression(node.operand)
        if isinstance(node.op, ast.Not):
            if value.kind == "tensor":
                self.problem(node, "'not' cannot negate a tensor", "use logical_not(x)")
            return ast.UnaryOp(node.op, read), STATIC
        if isinstance(node.op, ast.Invert) and value.dtype == "bool":
            return parsed(f"ops.logical_not({self.print(read)})"), value
        if value.dtype == "bool" and isinstance(node.op, ast.USub):
            read, value = self.cast(read, "compute"), replace(value, dtype="compute")
        dim = None if value.dim is None or not isinstance(node.op, ast.USub) else -value.dim
        return ast.UnaryOp(node.op, read), replace(value, dim=dim)

    def on_compare(self, node: ast.Compare) -> Read:
        is_none = all(isinstance(operator, ast.Is | ast.IsNot) for operator in node.ops)
        before, self.may_be_none = self.may_be_none, self.may_be_none or is_none
        reads = [self.expression(item) for item in [node.left, *node.comparators]]
        self.may_be_none = before
        values = [value for _, value in reads]
        if is_none or not any(value.kind in ("tensor", "any") for value in values):
            dynamic = any(value.kind == "size" and not value.fixed for value in values)
            return ast.Compare(reads[0][0], node.ops, [read for read, _ in reads[1:]]), (
                size(None) if dynamic and not is_none else STATIC
            )
        if len(node.ops) > 1:
            self.problem(
                node,
                "a chain of comparisons cannot be made on tensors",
                "use logical_and(a < b, b < c)",
            )
            return node, tensor("bool")
        operator = node.ops[0]
        if isinstance(operator, ast.In | ast.NotIn):
            self.problem(node, "'in' cannot be asked of tensors", "use isin(x, values)")
        (left, one), (right, two) = self.unify([reads[0], reads[1]])
        shape = self._follow(node, lambda: broadcast(_shape_of(one), _shape_of(two)))
        if isinstance(operator, ast.Eq | ast.NotEq):
            # A symbolic tensor has no `==` of its own.
            word = "equal" if isinstance(operator, ast.Eq) else "not_equal"
            return parsed(f"ops.{word}({self.print(left)}, {self.print(right)})"), tensor(
                "bool", shape
            )
        return ast.Compare(left, [operator], [right]), tensor("bool", shape)

    def on_binop(self, node: ast.BinOp) -> Read:
        left, right = self.expression(node.left), self.expression(node.right)
        one, two = left[1], right[1]
        if isinstance(node.op, ast.MatMult):
            return self._matmul(node, left, right)
        if one.kind == "list" or two.kind == "list":
            return ast.BinOp(left[0], node.op, right[0]), self._joined_lists(node, one, two)
        if one.is_python and two.is_python:
            return ast.BinOp(left[0], node.op, right[0]), self._static_result(node, one, two)
        left, right = self._as_numbers(node.op, left), self._as_numbers(node.op, right)
        if (
            left[1].kind == "size"
            and right[1].kind in ("size", "static")
            or right[1].kind == "size"
            and left[1].kind == "static"
        ):
            return ast.BinOp(left[0], node.op, right[0]), size(self.dim(node))
        (one_read, one), (two_read, two) = self.unify([left, right], arithmetic=True)
        if (
            isinstance(node.op, ast.Div)
            and one.dtype in INTEGERS
            and two.dtype in (*INTEGERS, None)
        ):
            one_read, one = self.cast(one_read, "compute"), replace(one, dtype="compute")
            if two.dtype in INTEGERS:
                two_read = self.cast(two_read, "compute")
        shape = self._follow(node, lambda: broadcast(_shape_of(one), _shape_of(two)))
        dtype = one.dtype if one.kind == "tensor" else two.dtype
        bitwise = {ast.BitAnd: "logical_and", ast.BitOr: "logical_or", ast.BitXor: "logical_xor"}
        if dtype == "bool" and type(node.op) in bitwise:
            return parsed(
                f"ops.{bitwise[type(node.op)]}({self.print(one_read)}, {self.print(two_read)})"
            ), tensor("bool", shape)
        kind = "tensor" if "tensor" in (one.kind, two.kind) else "any"
        return ast.BinOp(one_read, node.op, two_read), Value(kind, dtype=dtype, shape=shape)

    def _matmul(self, node: ast.BinOp, left: Read, right: Read) -> Read:
        (left_read, one), (right_read, two) = self.unify([left, right])
        shape = self._follow(node, lambda: operations.matmul_shape(one.shape, two.shape))
        dtype = one.dtype if one.dtype is not None else two.dtype
        # `@` on TensorFlow multiplies ranks 3 and 2 wrongly; ops.matmul does not.
        return parsed(f"ops.matmul({self.print(left_read)}, {self.print(right_read)})"), tensor(
            dtype, shape
        )

    def _joined_lists(self, node: ast.BinOp, one: Value, two: Value) -> Value:
        if one.kind == two.kind == "list" and isinstance(node.op, ast.Add):
            if one.items is not None and two.items is not None:
                return listed(*one.items, *two.items)
            return Value("list", item=one.item or two.item or (one.items or two.items or (ANY,))[0])
        if isinstance(node.op, ast.Mult):
            many, times = (one, node.right) if one.kind == "list" else (two, node.left)
            count = operations.literal(times)
            if many.items is not None and isinstance(count, int):
                return listed(*many.items * count)
            return Value("list", item=many.item or (many.items[0] if many.items else ANY))
        self.problem(
            node,
            f"a list cannot take part in {ast.unparse(node)!r}",
            "stack or concatenate it first",
        )
        return ANY

    def _static_result(self, node: ast.BinOp, one: Value, two: Value) -> Value:
        if isinstance(node.op, ast.Div | ast.Pow) and not (
            isinstance(node.op, ast.Pow) and two.number == one.number == "int"
        ):
            return STATIC_FLOAT
        number = (
            "float"
            if "float" in (one.number, two.number)
            else "int" if one.number == two.number == "int" else None
        )
        return replace(STATIC, number=number, dim=self.dim(node) if number == "int" else None)

    def _as_numbers(self, operator: ast.operator, operand: Read) -> Read:
        """A size that may be a tensor is cast before it divides or is raised: TensorFlow makes float64 of it."""
        read, value = operand
        if value.kind == "size" and not value.fixed and isinstance(operator, ast.Div | ast.Pow):
            return self.cast(read, "compute"), tensor("compute", Shape(()))
        return operand

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
        return parsed(f"ops.cast({self.print(node)}, {wanted})")

    def _follow(self, node: ast.AST, shape: object) -> Shape | None:
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

    # -- comprehensions and functions ---------------------------------------------------------

    def iterable(self, node: ast.expr) -> tuple[str, Value]:
        """What a loop runs over, printed, and what each round is given."""
        read, value = self.expression(node)
        if value.kind == "tensor" or (value.kind == "size"):
            hint = "use unstack(x, axis=...) for a known number of steps, scan(...) or map(...) otherwise"
            self.problem(node, f"a loop cannot run over the tensor {ast.unparse(node)!r}", hint)
            return self.print(read), ANY
        if value.items:
            item = (
                value.items[0]
                if len(set(value.items)) == 1
                else replace(value.items[0], shape=None, dim=None)
            )
            same_kind = all(other.kind == item.kind for other in value.items)
            return self.print(read), item if same_kind else ANY
        return self.print(read), value.item or (STATIC_INT if value.kind == "static" else ANY)

    def on_listcomp(self, node: ast.ListComp) -> Read:
        return self._comprehension(node)

    def on_generatorexp(self, node: ast.GeneratorExp) -> Read:
        return self._comprehension(node)

    def _comprehension(self, node: ast.ListComp | ast.GeneratorExp) -> Read:
        scope = dict(self.locals)
        generators = []
        for generator in node.generators:
            iterated, item = self.iterable(generator.iter)
            target = parsed_target(self._bind(generator.target, item))
            tests = [parsed(self.static_test(test)) for test in generator.ifs]
            generators.append(ast.comprehension(target, parsed(iterated), tests, 0))
        element, value = self.expression(node.elt)
        self.locals = scope
        made = type(node)(element, generators)
        return made, Value("list", item=value)

    def _bind(self, target: ast.expr, value: Value) -> str:
        raise NotImplementedError

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

    def on_lambda(self, node: ast.Lambda) -> Read:
        scope = dict(self.locals)
        self.parameters(node.args)
        body, value = self.expression(node.body)
        self.locals = scope
        return ast.Lambda(node.args, body), Value("function", item=value)

    def on_starred(self, node: ast.Starred) -> Read:
        read, value = self.expression(node.value)
        return ast.Starred(read, ast.Load()), value

    # -- calls --------------------------------------------------------------------------------

    def on_call(self, node: ast.Call) -> Read:
        from layergen.model.calls import read_call

        return read_call(self, node)

    def action(self, node: ast.expr) -> str:
        from layergen.model.calls import read_action

        return read_action(self, node)


def parsed_target(text: str) -> ast.expr:
    target = ast.parse(f"{text} = 0").body[0]
    assert isinstance(target, ast.Assign)
    return target.targets[0]


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


def _shape_of(value: Value) -> Shape | None:
    """The shape with which a value broadcasts."""
    return Shape(()) if value.number is not None else value.shape


__all__ = ["STATIC_BUILTINS", "STATIC_MATH", "IMAGE_OPS", "FormulaReader"]
