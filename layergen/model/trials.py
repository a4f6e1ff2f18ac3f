"""The cases of the generated test: arguments that open every branch, each with shapes of the inputs, right and wrong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from layergen.model.argument_values import candidates, same
from layergen.model.decide import Decided
from layergen.model.draft import INIT
from layergen.model.example import Example, find_example
from layergen.model.expressions import evaluate
from layergen.model.layer import Check
from layergen.model.names import attribute
from layergen.spec.fields import Arg

EXTRA_AXIS = 3  # what stands for `...` in the test's further shape

Shapes = dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Case:
    """One way to make and call the layer."""

    changed: dict[str, Any]  # arguments that are not the example's
    shapes: Shapes
    example: Example


def cases(decided: Decided) -> Iterator[Case]:
    """The example, another batch, more axes, inputs left out, and every branch."""
    inputs, example = decided.scope.made.inputs, decided.example
    first = input_shapes(decided, example)
    yield Case({}, first, example)
    yield Case({}, {name: (3, *shape[1:]) for name, shape in first.items()}, example)
    if any(entry.behind is not None for entry in inputs.values()):
        yield Case({}, input_shapes(decided, example, extra=1), example)
    for name, entry in inputs.items():
        if entry.spec.optional:
            # Of a list, what stands behind it goes as well.
            behind = list(inputs)[list(inputs).index(name) :]
            gone = behind if decided.scope.style == "list" else [name]
            rest = {other: shape for other, shape in first.items() if other not in gone}
            yield Case({}, rest, example)
    for name, value in _other_arguments(decided):
        case = changed_to(decided, name, value)
        if case is not None and decided.scope.made.spec.args[name].type == "axis":
            case = replace(case, shapes=input_shapes(decided, case.example, extra=1))
        if case is not None:
            yield case


def input_shapes(decided: Decided, example: Example, extra: int = 0) -> Shapes:
    """The example's shapes for a batch of 2, with `extra` axes more where there is `...`."""
    found = {}
    for name, entry in decided.scope.made.inputs.items():
        shape = example.shapes[name]
        if entry.behind is not None and extra:
            at = len(shape) - entry.behind if len(entry.terms) > 1 else 1
            shape = (*shape[:at], *[EXTRA_AXIS] * extra, *shape[at:])
        found[name] = (2, *shape[1:])
    return found


def changed_to(decided: Decided, name: str, value: Any) -> Case | None:
    """The example with another value of one argument, and of those that it takes along; None where nothing fits."""
    example = find_example(decided.scope.made, decided.parts.weights, {name: value})
    if example is None:
        return None
    known = decided.example.arguments
    changed = {
        key: item
        for key, item in example.arguments.items()
        if key == name or not same(item, known.get(key))
    }
    return Case(changed, input_shapes(decided, example), example)


def bounds(decided: Decided) -> Iterator[dict[str, Any]]:
    """The least and the largest value of each argument that has one."""
    for name, arg in decided.scope.made.spec.args.items():
        for value in (arg.min, arg.max):
            if value is not None and arg.type in ("int", "axis", "float"):
                case = changed_to(
                    decided, name, float(value) if arg.type == "float" else int(value)
                )
                if case is not None:
                    yield case.changed


def _other_arguments(decided: Decided) -> Iterator[tuple[str, Any]]:
    """What a method reads, with another value; what a condition asks about, with each that answers otherwise."""
    sources = [ast.parse(text) for text in _sources(decided)]
    read = {name for tree in sources for name in _attributes(tree)}
    asked = {
        name
        for tree in sources
        for node in ast.walk(tree)
        if isinstance(node, ast.If | ast.IfExp)
        for name in _attributes(node.test)
    }
    for name, arg in decided.scope.made.spec.args.items():
        used = decided.example.values[name]
        others = [value for value in _answers(arg) if not same(value, used)]
        if name in asked:
            yield from ((name, value) for value in others)
        elif name in read and others:
            yield name, others[-1]


def _answers(arg: Arg) -> list[Any]:
    found = candidates(arg)
    if arg.type == "axis":
        found = [-1, 1]
    elif arg.type in ("int", "float"):
        found = [*([] if arg.min is None else [arg.min]), *found[:2]]
    elif arg.type not in ("bool", "choice"):
        found = found[:1]
    return [None, *found] if arg.optional else found


def _sources(decided: Decided) -> Iterator[str]:
    layer = decided.layer
    yield "\n".join(layer.call.body)
    yield from ("\n".join(method.body) for method in layer.methods)
    if layer.build is not None:
        for part in (*layer.build.weights, *layer.build.sublayers):
            yield f"if {part.when}: pass" if part.when else ""


def _attributes(tree: ast.AST) -> set[str]:
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def wrong_shapes(decided: Decided, input_spec: str | None) -> Iterator[Shapes]:
    """Shapes of the inputs that an `input_spec`, as it is printed, must refuse."""
    if input_spec is None:
        return
    right = input_shapes(decided, decided.example)
    known = {**_known_at_once(decided), **decided.example.axes}
    tree = ast.parse(input_spec.replace("self.", ""))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for (name, shape), call in zip(right.items(), calls, strict=False):
        said = {keyword.arg: keyword.value for keyword in call.keywords}
        if "ndim" in said:
            yield {**right, name: (*shape, 1)}
        if "min_ndim" in said and ast.literal_eval(said["min_ndim"]) > 1:
            yield {**right, name: shape[: ast.literal_eval(said["min_ndim"]) - 1]}
        for key in getattr(said.get("axes"), "keys", ()):
            yield {**right, name: tuple(_longer(shape, evaluate(key, known)))}


def _longer(shape: tuple[int, ...], axis: int) -> Iterator[int]:
    for index, size in enumerate(shape):
        yield size + 1 if index == axis % len(shape) else size


def refused_by_build(decided: Decided) -> Iterator[Shapes]:
    """For each check of `build` shapes that fail it, and as few others as can be: one axis longer, or unknown."""
    checks = decided.layer.build.checks if decided.layer.build is not None else ()
    right = input_shapes(decided, decided.example)
    wrong = [
        {**right, name: (*shape[:axis], other, *shape[axis + 1 :])}
        for name, shape in right.items()
        for axis, size in list(enumerate(shape))[1:]
        for other in (size + 1, None)
    ]
    failed = [[check for check in checks if _fails(decided, check, shapes)] for shapes in wrong]
    told: list[Shapes] = []
    for check in checks:
        fitting = [place for place, found in enumerate(failed) if check in found]
        best = min(fitting, key=lambda place: len(failed[place]), default=None)
        if best is not None and wrong[best] not in told:
            told.append(wrong[best])
    yield from told


def _fails(decided: Decided, check: Check, shapes: Shapes) -> bool:
    scope, build = decided.scope, decided.layer.build
    values = _known_at_once(decided)
    for name, shape in shapes.items():
        if name not in scope.shapes:
            continue  # the states of a cell, which `build` is not told of
        one = [shape] * decided.example.counts.get(name, 1) if scope.several else shape
        values[scope.shapes[name].partition("[")[0]] = one
    try:
        for item in build.sizes:
            values[item.target] = _value(item.source, values)
        return bool(_value(check.fails_if, values))
    except Exception:  # noqa: BLE001 - what cannot be computed fails otherwise
        return False


def _known_at_once(decided: Decided) -> dict[str, Any]:
    """The example's arguments, and the sizes that `__init__` computes from them, by their attributes."""
    made, values = decided.scope.made, {**decided.example.values}
    for name, size in made.sizes.items():
        if made.levels[name] == INIT:
            values[name] = values[attribute(name, "sizes")] = evaluate(size.node, values)
    return values


def _value(text: str, values: dict[str, Any]) -> Any:
    """The value of an expression of a method."""
    return evaluate(ast.parse(text.replace("self.", ""), mode="eval").body, values)
