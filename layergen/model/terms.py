"""Reads what expressions of the `call` block are made of: numbers, names, attributes, subscripts, tuples and lists."""

from __future__ import annotations

import ast
from dataclasses import replace

from layergen.model import operations
from layergen.model.dims import Dim
from layergen.model.expressions import MATH_CONSTANTS
from layergen.model.functions import LAYER_ATTRIBUTES, OPS, RANDOM
from layergen.model.indexing import subscript_shape
from layergen.model.reading import DTYPE_WORDS, Read, Reader, parsed
from layergen.model.values import ANY, STATIC, STATIC_FLOAT, STATIC_INT, Value, listed, size, tensor
from layergen.spec.suggest import did_you_mean


class TermReader(Reader):
    """Each gives the expression to print and what is known of its value."""

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
            if isinstance(node.slice, ast.Tuple) or ast.unparse(node.slice) in ("None", "..."):
                hint = f"it is a list: write {ast.unparse(node.value)}[0] for its first tensor"
                self.problem(node, f"{ast.unparse(node.value)!r} has no axes", hint)
                return node, ANY
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
