"""Decides what the generated test does: cases that open every branch, facts to hold, wrong input, and `call` once more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layergen.model.argument_values import config_of, other_values, wrong_values
from layergen.model.decide import Decided
from layergen.model.docs import call_source
from layergen.model.expressions import evaluate
from layergen.model.layer import Method
from layergen.model.names import attribute
from layergen.model.scope import Scope
from layergen.model.trials import Case, bounds, cases, refused_by_build, wrong_shapes
from layergen.model.weight_facts import (
    WeightFact,
    drawn,
    existing,
    held_as,
    known_values,
    left_out,
    values_at_start,
    weight_facts,
)

SHOWS = {"initializer": "ones", "regularizer": "l2", "constraint": "non_neg"}


@dataclass(frozen=True)
class TestModel:
    """What `test_layer.py.jinja` prints; texts are Python source."""

    name: str
    module: str
    init: str  # keyword arguments, as a dict
    cases: tuple[tuple[str, str], ...]  # changed arguments, shapes by input: two dicts
    twin: tuple[Method, ...]  # what is computed, once more
    makers: tuple[tuple[str, str], ...]  # input → its array; `shapes` is in scope
    call_inputs: str  # the tensors as the layer takes them
    builds: bool
    shape_arguments: str  # the shapes as build takes them
    weights: tuple[WeightFact, ...]
    drawn: tuple[str, ...]  # weights that start from random numbers
    left_out: tuple[tuple[str, int], ...]  # weights that a case has not: None there
    values: tuple[tuple[str, str], ...]  # attributes of a built layer, and what they hold
    options: tuple[str, ...]  # of the call, each a dict
    masks: tuple[
        tuple[str, int], ...
    ]  # mask arguments of the call, each with the place of its input
    supports_masking: bool
    passes_mask: bool
    computes_mask: bool
    defaults: tuple[tuple[str, str], ...]  # argument → what the config holds by itself
    changes: tuple[tuple[str, str], ...]  # argument → another value
    held: tuple[tuple[str, str], ...]  # arguments → what the config holds for it, if not the value
    wrong: tuple[tuple[str, str], ...]  # argument, a value that must be refused
    bounds: tuple[str, ...]  # arguments that are just right, each a dict
    wrong_shapes: tuple[str, ...]  # refused as soon as the layer is made
    wrong_once_built: tuple[str, ...]
    refused_by_build: tuple[str, ...]
    sublayers: tuple[str, ...]  # attributes
    made_by: tuple[
        tuple[str, str, str], ...
    ]  # weight, "initializer" or the like, argument that says it
    weight_arguments: dict[str, str]  # these arguments, each with a value that shows
    uses_random: bool
    trains: bool  # call takes `training`
    uses_ops: bool
    uses_math: bool
    has_optional: bool  # some input may be None
    float_output: bool


def test_model(decided: Decided) -> TestModel:
    """Everything that the test of a decided layer needs."""
    scope, spec, layer = decided.scope, decided.scope.made.spec, decided.layer
    others = {name: repr(value) for name, value in other_values(decided).items()}
    defaults = {
        item.name: item.default
        for item in layer.arguments
        if item.default is not None and item.name not in decided.example.arguments
    }
    mask_method = [method for method in layer.methods if method.name == "compute_mask"]
    supports = any(item.target == "self.supports_masking" for item in layer.attributes)
    values = list(values_at_start(decided))
    twin = (layer.call, *mask_method)
    tried = list(cases(decided))
    text = "\n".join([*(line for method in twin for line in method.body), *dict(values).values()])
    return TestModel(
        name=spec.layer,
        module=layer.module,
        init=_dict_source(decided.example.arguments),
        cases=tuple((_dict_source(case.changed), repr(case.shapes)) for case in tried),
        twin=twin,
        makers=tuple(_makers(decided, min(case.example.high for case in tried))),
        call_inputs=_call_inputs(scope),
        builds=layer.build is not None,
        shape_arguments=_shape_arguments(decided),
        weights=tuple(weight_facts(decided, tried)),
        drawn=tuple(drawn(decided)),
        left_out=tuple(_left_out(decided, tried)),
        values=tuple(values),
        options=tuple(_options(decided)),
        masks=tuple(_masks(decided)),
        supports_masking=supports,
        passes_mask=supports and not mask_method,
        computes_mask=bool(mask_method),
        defaults=tuple(
            (name, config_of(decided, name, text) or text) for name, text in defaults.items()
        ),
        changes=tuple(others.items()),
        held=tuple(_held(decided, others)),
        wrong=tuple(wrong_values(decided)),
        bounds=tuple(map(_dict_source, bounds(decided))),
        wrong_shapes=tuple(map(repr, wrong_shapes(decided, _input_spec(decided)))),
        wrong_once_built=tuple(
            map(repr, wrong_shapes(decided, layer.build.input_spec if layer.build else None))
        ),
        refused_by_build=tuple(map(repr, refused_by_build(decided))),
        sublayers=tuple(_sublayers(decided)),
        made_by=tuple(_made_by(decided)),
        weight_arguments={name: SHOWS[kind] for _, kind, name in _made_by(decided)},
        uses_random=decided.block.uses_random,
        trains="training" in decided.used,
        uses_ops="ops." in text,
        uses_math="math." in text,
        has_optional=any(entry.optional for entry in spec.inputs.values()),
        float_output=all(part.dtype == "compute" for part in decided.writer.parts.values()),
    )


def _call_inputs(scope: Scope) -> str:
    names = list(scope.made.spec.inputs)
    if scope.left_out:
        return f"[tensor for tensor in ({', '.join(names)}) if tensor is not None]"
    return call_source(scope, names)


def _makers(decided: Decided, high: int) -> list[tuple[str, str]]:
    made = []
    for name, entry in decided.scope.made.spec.inputs.items():
        if entry.dtype in ("int", "int32", "int64", "uint8"):
            dtype = "int32" if entry.dtype == "int" else entry.dtype
            source = f'random.integers(0, {high}, shapes["{name}"]).astype("{dtype}")'
        elif entry.dtype == "bool":
            source = f'random.random(shapes["{name}"]) < 0.5'
        else:
            source = f'random.normal(size=shapes["{name}"]).astype("float32")'
        if entry.count is not None:
            source = f"[{source} for _ in range({decided.example.counts[name]})]"
        if entry.optional:
            source = f'{source} if "{name}" in shapes else None'
        made.append((name, source))
    return made


def _shape_arguments(decided: Decided) -> str:
    scope = decided.scope
    items = [
        f'shapes.get("{name}")' if entry.optional else f'shapes["{name}"]'
        for name, entry in scope.made.spec.inputs.items()
    ]
    if scope.several:
        return f"[{items[0]}] * {next(iter(decided.example.counts.values()))}"
    if scope.left_out:
        return "list(shapes.values())"
    if scope.style == "list":
        return f"[{', '.join(items)}]"
    if scope.style == "dict":
        return "shapes"
    return items[0] if scope.style == "cell" else ", ".join(items)


def _options(decided: Decided) -> list[str]:
    """Options of the call that are not its defaults."""
    found = ['{"training": True}'] if "training" in decided.used else []
    for name, option in decided.scope.made.spec.call_args.items():
        if option.type == "bool":
            found.append(_dict_source({name: not option.default}))
        elif option.type in ("int", "float"):
            found.append(_dict_source({name: (option.default or 0) + 1}))
    return found


def _masks(decided: Decided) -> list[tuple[str, int]]:
    parameters = decided.layer.call.parameters.replace("=None", "").split(", ")
    separate = decided.scope.style == "arguments"
    places = {
        name: index if separate else 0 for index, name in enumerate(decided.scope.made.spec.inputs)
    }
    owners = {"mask": 0} | {f"{name}_mask": place for name, place in places.items()}
    return [(name, owners[name]) for name in parameters if name in owners]


def _held(decided: Decided, others: dict[str, str]) -> list[tuple[str, str]]:
    found = [(name, config_of(decided, name, text)) for name, text in others.items()]
    return [(name, source) for name, source in found if source is not None]


def _input_spec(decided: Decided) -> str | None:
    """The `input_spec` of `__init__`."""
    targets = {item.target: item.source for item in decided.layer.attributes}
    return targets.get("self.input_spec")


def _left_out(decided: Decided, tried: list[Case]) -> list[tuple[str, int]]:
    """Each weight that some case has not, with the first such case."""
    found: dict[str, int] = {}
    for place, case in enumerate(tried):
        for name in sorted(left_out(decided, case.example)):
            found.setdefault(attribute(name, "weights"), place)
    return list(found.items())


def _sublayers(decided: Decided) -> list[str]:
    """The layers inside that the example has, the first of each list."""
    values = known_values(decided, decided.example)
    return [
        attribute(part.name, "layers") + ("" if part.count is None else "[0]")
        for part in decided.parts.layers.values()
        if (part.when is None or evaluate(part.when.node, values))
        and (part.count is None or evaluate(part.count.node, values) > 0)
    ]


def _made_by(decided: Decided) -> list[tuple[str, str, str]]:
    """Weights, and the constructor arguments that say how they are made."""
    return [
        (held_as(part), kind, f"{part.spec.arg}_{kind}")
        for part in existing(decided, known_values(decided, decided.example))
        if part.spec.arg is not None
        for kind in part.argument_kinds
    ]


def _dict_source(values: dict[str, Any]) -> str:
    return "{" + ", ".join(f'"{name}": {value!r}' for name, value in values.items()) + "}"
