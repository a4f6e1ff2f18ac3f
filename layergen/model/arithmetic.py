"""Reads operators and conditions of the `call` block: dtypes brought together, shapes broadcast."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace

from layergen.model import operations
from layergen.model.dims import Dim, Shape, broadcast
from layergen.model.reading import INTEGERS, Read, parsed
from layergen.model.result_shapes import matmul_shape
from layergen.model.terms import TermReader
from layergen.model.values import ANY, STATIC, STATIC_FLOAT, Value, listed, size, tensor


class ArithmeticReader(TermReader):
    """Operators, comparisons and choices, on tensors, sizes and Python's numbers."""

    def on_ifexp(
        self, node: ast.IfExp, read_branch: Callable[[ast.expr], Read] | None = None
    ) -> Read:
        read_branch = read_branch or self.expression
        test = parsed(self.static_test(node.test))
        established, scope = self.established, dict(self.locals)
        self.establish(node.test, True)
        body, one = read_branch(node.body)
        self.established, self.locals = established, dict(scope)
        self.establish(node.test, False)
        otherwise, two = read_branch(node.orelse)
        self.established, self.locals = established, scope
        value = (
            one
            if one == two
            else replace(
                one if one.kind == two.kind else ANY,
                shape=None,
                dim=None,
                items=None,
                exists_when=one.exists_when or two.exists_when,
            )
        )
        if one.kind == "tensor" and two.kind == "tensor" and one.dtype != two.dtype:
            value = replace(value, dtype=None)
        for there, missing in ((one, node.orelse), (two, node.body)):
            if isinstance(missing, ast.Constant) and missing.value is None:
                value = replace(there, exists_when=ast.unparse(node.test))
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
        shape = self.follow(node, lambda: broadcast(_shape_of(one), _shape_of(two)))
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
        if {one.kind, two.kind} == {"list", "tensor"}:
            left, right = (self._as_tensor(read, node) for read in (left, right))
            one, two = left[1], right[1]
        elif one.kind == "list" or two.kind == "list":
            return ast.BinOp(left[0], node.op, right[0]), self._joined_lists(node, one, two)
        if one.is_python and two.is_python:
            return ast.BinOp(left[0], node.op, right[0]), self._static_result(node, one, two)
        left, right = self._as_number(node.op, left, two), self._as_number(node.op, right, one)
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
        shape = self.follow(node, lambda: broadcast(_shape_of(one), _shape_of(two)))
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
        shape = self.follow(node, lambda: matmul_shape(one.shape, two.shape))
        dtype = one.dtype if one.dtype is not None else two.dtype
        # `@` on TensorFlow multiplies ranks 3 and 2 wrongly; ops.matmul does not.
        return parsed(f"ops.matmul({self.print(left_read)}, {self.print(right_read)})"), tensor(
            dtype, shape
        )

    def _as_tensor(self, read: Read, node: ast.BinOp) -> Read:
        """A tuple of numbers is a tensor where it stands beside one."""
        value = read[1]
        if value.kind != "list":
            return read
        items = value.items if value.items is not None else (value.item or ANY,)
        if not all(item.number for item in items):
            hint = "stack or concatenate it first"
            self.problem(node, f"a list cannot take part in {ast.unparse(node)!r}", hint)
            return read[0], ANY
        floats = any(item.number == "float" for item in items)
        made = f"ops.convert_to_tensor({self.print(read[0])}, {'self.compute_dtype' if floats else repr('int32')})"
        count = None if value.items is None else Shape((Dim.of(len(items)),))
        return parsed(made), tensor("compute" if floats else "int32", count)

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

    def _as_number(self, operator: ast.operator, operand: Read, other: Value) -> Read:
        """A size that may be a tensor is cast before it divides, is raised or meets a float: TensorFlow
        makes float64 of it, or refuses."""
        read, value = operand
        if value.kind != "size" or value.fixed:
            return operand
        if isinstance(operator, ast.Div | ast.Pow) or other.is_python and other.number == "float":
            return self.cast(read, self.size_dtype), tensor(self.size_dtype, Shape(()))
        return operand


def _shape_of(value: Value) -> Shape | None:
    """The shape with which a value broadcasts."""
    return Shape(()) if value.number is not None else value.shape
