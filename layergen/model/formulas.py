"""Reads the expressions of the `call` block: resolves every name, follows dtypes and shapes, and writes Keras operations."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace

from layergen.model import operations
from layergen.model.dims import Dim, Shape, broadcast
from layergen.model.expressions import MATH_CONSTANTS
from layergen.model.functions import LAYER_ATTRIBUTES, OPS, RANDOM
from layergen.model.indexing import subscript_shape
from layergen.model.reading import DTYPE_WORDS, INTEGERS, Read, Reader, parsed
from layergen.model.result_shapes import matmul_shape
from layergen.model.values import ANY, STATIC, STATIC_FLOAT, STATIC_INT, Value, listed, size, tensor
from layergen.spec.suggest import did_you_mean


class FormulaReader(Reader):
    """Expression by expression; each gives the expression to print and what is known of its value."""

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
        if name == "self":
            self.problem(
                node, "'self' is not defined", "weights and arguments stand by their names"
            )
            return node, ANY
        meant = [*self.names, *self.locals, *OPS]
        near = did_you_mean(name, meant)
        self.used.update(word for word in self.names if f"{word!r}?" in near)
        scope = ", ".join([*self.locals, *self.names])
        self.problem(
            node,
            f"{name!r} is not defined",
            f"in scope: {scope}, and every function of keras.ops{near}",
        )
        return node, ANY

    def on_attribute(self, node: ast.Attribute) -> Read:
        if node.attr.startswith("_"):
            self.problem(
                node, f"the attribute {node.attr!r} starts with an underscore", "it is not public"
            )
            return node, ANY
        before = len(self.problems)
        read, value = self.expression(node.value)
        if len(self.problems) > before:
            return node, ANY
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
            shape=self.follow(node, lambda: subscript_shape(value.shape, node.slice, self.dim)),
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

    def on_lambda(self, node: ast.Lambda) -> Read:
        scope = dict(self.locals)
        self.parameters(node.args)
        body, value = self.expression(node.body)
        self.locals = scope
        return ast.Lambda(node.args, body), Value("function", item=value, formula=node)

    def formula_result(self, formula: ast.Lambda, given: list[Value]) -> Value:
        """What a lambda of the block gives for these values; what is wrong in it was told where it stands."""
        scope, problems = dict(self.locals), len(self.problems)
        names = [argument.arg for argument in formula.args.args]
        self.locals |= dict(zip(names, given, strict=False))
        _, value = self.expression(formula.body)
        self.locals = scope
        del self.problems[problems:]
        return value

    def on_starred(self, node: ast.Starred) -> Read:
        read, value = self.expression(node.value)
        return ast.Starred(read, ast.Load()), value

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


def _shape_of(value: Value) -> Shape | None:
    """The shape with which a value broadcasts."""
    return Shape(()) if value.number is not None else value.shape
