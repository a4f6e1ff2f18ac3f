"""What the generated test knows of each weight and each value that `build` makes, on the example's shapes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from layergen.model.decide import Decided
from layergen.model.example import Example, input_value
from layergen.model.expressions import STATIC_BUILTINS, evaluate, free_names
from layergen.model.names import attribute
from layergen.model.parts import WeightPart
from layergen.model.trials import Case

STARTS = {"zeros": "0.0", "ones": "1.0"}
RANDOM = ("uniform", "normal", "orthogonal")  # how Keras's names of random initializers end
# Names that a test has as its layer has.
OF_THE_TEST = {"layer", "np", "math", "keras", "ops"} | STATIC_BUILTINS.keys()


@dataclass(frozen=True)
class WeightFact:
    """One weight that `build` makes."""

    source: str  # where the test finds it
    name: str
    shape: str
    trainable: str


def weight_facts(decided: Decided, tried: list[Case]) -> Iterator[WeightFact]:
    """Each weight, the first of a list, in the first case that has it."""
    known: set[str] = set()
    for place, case in enumerate(tried):
        values = known_values(decided, case.example)
        for part in existing(decided, values):
            if part.name in known:
                continue
            known.add(part.name)
            shape = tuple(int(size) for size in evaluate(part.shape.node, values))
            trainable = part.trainable
            if not isinstance(trainable, bool):
                trainable = bool(evaluate(trainable.node, values))
            name = part.name if part.count is None else f"{part.name}_0"
            owner = f"built(*CASES[{place}])" if place else "layer"
            yield WeightFact(f"{owner}.{held_as(part)}", name, repr(shape), repr(trainable))


def held_as(part: WeightPart) -> str:
    """Where the layer holds a weight, or the first of a list."""
    name = attribute(part.name, "weights")
    return name if part.count is None else f"{name}[0]"


def existing(decided: Decided, values: dict[str, Any]) -> list[WeightPart]:
    """The weights that the example has."""
    return [
        part
        for part in decided.parts.weights.values()
        if (part.when is None or evaluate(part.when.node, values))
        and (part.count is None or int(evaluate(part.count.node, values)) > 0)
    ]


def values_at_start(decided: Decided) -> Iterator[tuple[str, str]]:
    """Attributes that hold a known value once the layer is built, and the value's source."""
    values = known_values(decided, decided.example)
    assigned = _assigned(decided)
    for name in decided.scope.made.sizes:
        size = attribute(name, "sizes")
        if f"self.{size}" in assigned:
            yield size, repr(values[name])
    for part in existing(decided, values):
        start = _start(decided, part, values)
        if start is not None:
            yield held_as(part), start
    for name in decided.scope.made.constants:
        constant = attribute(name, "constants")
        source = _of_test(assigned.get(f"self.{constant}"), values)
        if source is not None:
            yield constant, source


def drawn(decided: Decided) -> Iterator[str]:
    """Weights that start from random numbers."""
    for part in existing(decided, known_values(decided, decided.example)):
        made = part.initializer
        expression = made.expression.node if made.expression is not None else None
        name = expression.func.id if isinstance(expression, ast.Call) else made.word
        if made.kind != "value" and name.lower().replace("_", "").endswith(RANDOM):
            yield held_as(part)


def _assigned(decided: Decided) -> dict[str, str]:
    build = decided.layer.build
    found = [*decided.layer.attributes, *(build.assignments if build is not None else ())]
    return {item.target: item.source for item in found}


def _start(decided: Decided, part: WeightPart, values: dict[str, Any]) -> str | None:
    """The value that a weight starts from; None for what is drawn."""
    made = part.initializer
    if made.kind == "word":
        return STARTS.get(made.word)
    node = made.expression.node if made.expression is not None else None
    if made.kind == "call" and node.func.id != "Constant" or made.kind == "arg":
        return None
    build = decided.layer.build
    weight = next(item for item in build.weights if item.name == attribute(part.name, "weights"))
    options = {option.target: option.source for option in weight.options}
    call = ast.parse(options["initializer"], mode="eval").body
    return _of_test(ast.unparse(call.args[0]), {**values, "index": 0})


def _of_test(source: str | None, values: dict[str, Any]) -> str | None:
    """Source of a method as the test reads it: the layer by its name, sizes of `build` as numbers; None: it cannot."""

    class Known(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            if node.id == "self":
                return ast.Name("layer", node.ctx)
            value = values.get(node.id)
            return ast.Constant(value) if isinstance(value, int | float) else node

    if source is None:
        return None
    tree = Known().visit(ast.parse(source, mode="eval"))
    return ast.unparse(tree) if free_names(tree.body) <= OF_THE_TEST else None


def left_out(decided: Decided, example: Example) -> set[str]:
    """The weights that do not exist under an example's arguments."""
    there = {part.name for part in existing(decided, known_values(decided, example))}
    listed = {name for name, part in decided.parts.weights.items() if part.count is not None}
    return decided.parts.weights.keys() - there - listed


def known_values(decided: Decided, example: Example) -> dict[str, Any]:
    """Everything that is known of an example before the layer is called, by name."""
    values: dict[str, Any] = {**example.values, **example.axes, "index": 0}
    made = decided.scope.made
    for name, shape in example.shapes.items():
        values[name] = input_value(made, name, shape, values)
    for name, size in made.sizes.items():
        values[name] = evaluate(size.node, values)
    return values
