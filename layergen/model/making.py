"""Writes how weights and sublayers are made: initializers, regularizers, constraints, NumPy values, layer calls."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from layergen.model.draft import BUILD
from layergen.model.expressions import Expression, Rename, source
from layergen.model.layer import Assignment, Sublayer, Weight
from layergen.model.names import attribute
from layergen.model.numpy_values import numpy_source
from layergen.model.parts import Made, WeightPart
from layergen.model.scope import Scope
from layergen.model.sublayers import KERAS_CLASSES, LayerPart, inner_layers

MODULES = {
    "initializer": "initializers",
    "regularizer": "regularizers",
    "constraint": "constraints",
}


@dataclass
class Parts:
    """Weights and sublayers, parsed."""

    weights: dict[str, WeightPart] = field(default_factory=dict)
    layers: dict[str, LayerPart] = field(default_factory=dict)


def _of_keras(node: ast.expr) -> ast.expr:
    """Classes of Keras by their modules; layers inside a layer are given our dtype policy too."""
    node = ast.parse(ast.unparse(node), mode="eval").body
    for call in inner_layers(node):
        policy = ast.parse("self.dtype_policy", mode="eval").body
        call.keywords.append(ast.keyword("dtype", policy))
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            call.func.id = KERAS_CLASSES.get(call.func.id, call.func.id)
    return node


class Maker:
    """Writes one weight or one sublayer; notes which imports it needs."""

    def __init__(self, scope: Scope, parts: Parts, kept: set[str]) -> None:
        self.scope, self.made, self.parts = scope, scope.made, parts
        self.kept = kept  # sizes of build and constants that `call` reads
        self.uses_math = self.uses_numpy = False
        self.names = scope.in_method(frozenset(kept))
        self.printer = scope.printer(self.names, set(), set())

    def static(self, node: ast.expr, names: dict[str, str]) -> str:
        """Source of a static expression."""
        renaming = Rename(names, self.scope.shapes)
        text = source(renaming.visit(ast.parse(ast.unparse(node), mode="eval").body))
        self.uses_math |= renaming.uses_math
        return text

    def numpy(self, expression: Expression) -> str:
        """A NumPy expression of a spec as source."""
        held = {name: self.held(name) for name in self.made.constants}
        text = numpy_source(expression.node, self.names | held, self.scope.shapes, held)
        self.uses_numpy |= "np." in text
        return text

    def held(self, constant: str) -> str:
        """A constant is an attribute where `call` reads it, a local of `build` where only others do."""
        held = f"self.{attribute(constant, 'constants')}"
        return held if constant in self.kept else constant

    def _weight(self, part: WeightPart) -> Weight:
        prefix = part.spec.arg
        options = []
        for kind in ("initializer", "regularizer", "constraint"):
            found: Made | None = getattr(part, kind)
            if prefix is not None and kind in part.argument_kinds:
                options.append(Assignment(kind, self._shared(f"self.{prefix}_{kind}", kind, part)))
            elif found is not None:
                options.append(Assignment(kind, self._made(found, kind, part)))
        dtype = {"float": None, "int": "int32"}.get(part.spec.dtype, part.spec.dtype)
        if dtype is not None:
            options.append(Assignment("dtype", repr(dtype)))
        if part.trainable is not True:
            trainable = (
                "False" if part.trainable is False else self.static(part.trainable.node, self.names)
            )
            options.append(Assignment("trainable", trainable))
        name = f'f"{part.name}_{{index}}"' if part.count is not None else f'"{part.name}"'
        shape = self.printer.print(part.shape.node)
        shape = (
            self._with_locals(part.shape.node) if "_shape[" in shape and ":" not in shape else shape
        )
        when = None if part.when is None else self.static(part.when.node, self.names)
        count = None if part.count is None else self.static(part.count.node, self.names)
        held = attribute(part.name, "weights")
        return Weight(held, shape, (Assignment("name", name), *options), when, count)

    def _with_locals(self, node: ast.expr) -> str:
        local = set(self.made.positions) - self.made.optional_axes
        return self.scope.printer(self.names, set(), local).print(node)

    def _shared(self, held: str, kind: str, part: WeightPart) -> str:
        """One initializer object gives the same values each time: further weights take a copy of it."""
        first = next(item for item in self.parts.weights.values() if item.spec.arg == part.spec.arg)
        if kind != "initializer" or (first is part and part.count is None):
            return held
        return f"keras.initializers.deserialize(keras.initializers.serialize({held}))"

    def _made(self, made: Made, kind: str, part: WeightPart) -> str:
        if made.kind == "word":
            return f'"{made.word}"'
        assert made.expression is not None
        if made.kind == "arg":
            users = [
                item
                for item in self.parts.weights.values()
                if getattr(item, kind) and getattr(item, kind).word == made.word
            ]
            alone = users[0] is part and part.count is None
            return (
                f"self.{made.word}"
                if alone or kind != "initializer"
                else f"keras.initializers.deserialize(keras.initializers.serialize(self.{made.word}))"
            )
        if made.kind == "call":
            node = ast.parse(ast.unparse(made.expression.node), mode="eval").body
            assert isinstance(node, ast.Call)
            function = f"keras.{MODULES[kind]}.{node.func.id}"  # type: ignore[attr-defined]
            arguments = [self.static(item, self.names) for item in node.args]
            arguments += [
                f"{item.arg}={self.static(item.value, self.names)}" for item in node.keywords
            ]
            return f"{function}({', '.join(arguments)})"
        return f"keras.initializers.Constant({self.numpy(made.expression)})"

    def sublayer(self, part: LayerPart) -> Sublayer:
        in_build = part.level == BUILD
        names = self.names if in_build else self.scope.in_init()
        arguments = [
            f"{keyword}={text}" if keyword else text
            for keyword, value in part.arguments
            for text in [self.static(_of_keras(value.node), names)]
        ]
        arguments += [
            "dtype=self.dtype_policy",
            f'name=f"{part.name}_{{index}}"' if part.count is not None else f'name="{part.name}"',
        ]
        when = None if part.when is None else self.static(part.when.node, names)
        count = None if part.count is None else self.static(part.count.node, names)
        made = f"keras.layers.{part.class_name}({', '.join(arguments)})"
        unsure = {name for name in self.made.positions if name not in self.fixed_axes()}
        printer = self.scope.printer(self.names, unsure, self.fixed_axes())
        shapes = [(keyword, printer.print(item.node)) for keyword, item in part.shapes]
        if part.shape_list:
            build = f"[{', '.join(text for _, text in shapes)}]"
        else:
            build = ", ".join(f"{keyword}={text}" if keyword else text for keyword, text in shapes)
        held = attribute(part.name, "layers")
        return Sublayer(held, made, build, when, count, in_build, part.in_a_row)
