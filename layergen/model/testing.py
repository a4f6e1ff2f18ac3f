"""Decides what the generated test does: small inputs, other argument values, wrong ones, and the formula once more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from layergen.model.argument_values import other_values, wrong_values
from layergen.model.decide import Decided
from layergen.model.docs import call_source
from layergen.model.example import input_value
from layergen.model.expressions import evaluate
from layergen.model.parts import WeightPart

EXTRA_AXIS = 3  # what stands for `...` in the test's second shape


@dataclass(frozen=True)
class WeightFact:
    """One weight that `build` makes on the first shape."""

    name: str
    shape: str
    trainable: str


@dataclass(frozen=True)
class TestModel:
    """What `test_layer.py.jinja` prints."""

    name: str
    module: str
    init: str  # keyword arguments, as source of a dict
    other: tuple[tuple[str, str, str], ...]  # argument, another value, what the config holds for it
    wrong: tuple[tuple[str, str], ...]  # argument, a value that must be refused
    shapes: tuple[str, ...]  # dicts of input name → shape, as source
    makers: tuple[tuple[str, str], ...]  # input → source of its array; `shapes` is in scope
    call_inputs: str  # the tensors as the layer takes them
    shape_arguments: str  # the shapes as build takes them
    weights: tuple[WeightFact, ...]
    parameters: str  # of the formula, behind `layer`
    formula: tuple[str, ...]
    trainings: tuple[str, ...]  # values of `training` to try
    masks: tuple[
        tuple[str, int], ...
    ]  # mask arguments that call takes, and which input each belongs to
    mask_kept: str | None  # compute_mask gives: "mask", "None", or None where nothing is claimed
    uses_random: bool
    uses_ops: bool
    uses_math: bool
    uses_numpy: bool
    adds_loss: bool
    single_input: bool
    float_output: bool
    wrong_rank: str | None  # shape that must be refused
    regularised: tuple[tuple[str, str], ...]  # weight, prefix of its constructor arguments


def test_model(decided: Decided) -> TestModel:
    """Everything that the test of a decided layer needs."""
    scope, spec, block = decided.scope, decided.scope.made.spec, decided.block
    first = _shapes(decided, 0, 2)
    shapes = [first, {name: (3, *shape[1:]) for name, shape in first.items()}]
    if any(entry.behind is not None for entry in scope.made.inputs.values()):
        shapes.append(_shapes(decided, 1, 2))
    formula = tuple(_of_layer(line) for line in decided.layer.call.body)
    parameters = decided.layer.call.parameters.replace("=None", "").split(", ")
    owners = {"mask": 0} | {f"{name}_mask": index for index, name in enumerate(spec.inputs)}
    masks = [(name, owners[name]) for name in parameters if name in owners]
    mask_method = next(
        (method for method in decided.layer.methods if method.name == "compute_mask"), None
    )
    supports = any(item.target == "self.supports_masking" for item in decided.layer.attributes)
    kept = None
    if supports and scope.style == "single" and not scope.several and len(spec.outputs) == 1:
        kept = (
            "mask"
            if mask_method is None
            else "None" if mask_method.body == ("return None",) else None
        )
    text = "\n".join(formula)
    return TestModel(
        name=spec.layer,
        module=decided.layer.module,
        init=_dict_source(decided.example.arguments),
        other=tuple(other_values(decided)),
        wrong=tuple(wrong_values(decided)),
        shapes=tuple(repr(item) for item in shapes),
        makers=tuple(_makers(decided)),
        call_inputs=call_source(scope, list(spec.inputs)),
        shape_arguments=_shape_arguments(decided),
        weights=tuple(_weight_facts(decided)),
        parameters=decided.layer.call.parameters,
        formula=formula,
        trainings=(
            ("False", "True")
            if "training" in decided.used and not spec.layers
            else ("False",) if "training" in decided.used else ()
        ),
        masks=tuple(masks),
        mask_kept=kept,
        uses_random=block.uses_random,
        uses_ops="ops." in text,
        uses_math="math." in text,
        uses_numpy="np." in text,
        adds_loss=block.adds_loss,
        single_input=scope.style == "single" and not scope.several,
        float_output=all(part.dtype == "compute" for part in decided.writer.parts.values()),
        wrong_rank=_wrong_rank(decided),
        regularised=tuple(_regularised(decided)),
    )


def _of_layer(line: str) -> str:
    line = re.sub(r"\bself\.add_loss\(", "losses.append(", line)
    return re.sub(r"\bself\.", "layer.", line)


def _shapes(decided: Decided, extra: int, batch: int) -> dict[str, tuple[int, ...]]:
    """The example's shapes, with `extra` axes more where there is `...`."""
    found = {}
    for name, entry in decided.scope.made.inputs.items():
        shape = decided.example.shapes[name]
        if entry.behind is not None and extra:
            at = len(shape) - (entry.behind or 0)
            at = at if len(entry.terms) > 1 else 1
            shape = (*shape[:at], *[EXTRA_AXIS] * extra, *shape[at:])
        found[name] = (batch, *shape[1:])
    return found


def _makers(decided: Decided) -> list[tuple[str, str]]:
    made = []
    for name, entry in decided.scope.made.spec.inputs.items():
        if entry.dtype in ("int", "int32", "int64", "uint8"):
            dtype = "int32" if entry.dtype == "int" else entry.dtype
            source = (
                f'random.integers(0, {decided.example.high}, shapes["{name}"]).astype("{dtype}")'
            )
        elif entry.dtype == "bool":
            source = f'random.random(shapes["{name}"]) < 0.5'
        else:
            source = f'random.normal(size=shapes["{name}"]).astype("float32")'
        if entry.count is not None:
            source = f"[{source} for _ in range({decided.example.counts[name]})]"
        made.append((name, source))
    return made


def _shape_arguments(decided: Decided) -> str:
    names = list(decided.scope.made.spec.inputs)
    if decided.scope.style == "single":
        return (
            f'shapes["{names[0]}"]'
            if not decided.scope.several
            else f'[shapes["{names[0]}"]] * {decided.example.counts[names[0]]}'
        )
    items = [f'shapes["{name}"]' for name in names]
    if decided.scope.style == "list":
        return f"[{', '.join(items)}]"
    if decided.scope.style == "cell":
        return items[0]
    if decided.scope.style == "dict":
        return "shapes"
    return ", ".join(items)


def _weight_facts(decided: Decided) -> list[WeightFact]:
    facts = []
    values = _values(decided)
    for part in decided.parts.weights.values():
        if _exists(part, values):
            shape = tuple(int(size) for size in evaluate(part.shape.node, values))
            trainable = (
                part.trainable
                if isinstance(part.trainable, bool)
                else bool(evaluate(part.trainable.node, values))
            )
            name = part.name if part.count is None else f"{part.name}[0]"
            if part.count is None or int(evaluate(part.count.node, values)) > 0:
                facts.append(WeightFact(name, repr(shape), repr(trainable)))
    return facts


def _regularised(decided: Decided) -> list[tuple[str, str]]:
    """Weights whose initializer, regularizer and constraint are arguments."""
    values = _values(decided)
    return [
        (part.name if part.count is None else f"{part.name}[0]", part.spec.arg)
        for part in decided.parts.weights.values()
        if part.spec.arg is not None and _exists(part, values)
    ]


def _exists(part: WeightPart, values: dict[str, Any]) -> bool:
    return part.when is None or bool(evaluate(part.when.node, values))


def _values(decided: Decided) -> dict[str, Any]:
    values: dict[str, Any] = {**decided.example.values, **decided.example.axes, "index": 0}
    for name, shape in decided.example.shapes.items():
        values[name] = input_value(decided.scope.made, name, shape, values)
    for name, size in decided.scope.made.sizes.items():
        values[name] = evaluate(size.node, values)
    return values


def _wrong_rank(decided: Decided) -> str | None:
    """A shape of a rank that the layer must refuse; None where every rank is right."""
    scope = decided.scope
    if scope.style != "single" or scope.several:
        return None
    entry = next(iter(scope.made.inputs.values()))
    if entry.behind is None:
        return repr((*decided.example.shapes[entry.name], 1))
    return repr((2,) * (entry.least_ndim - 1)) if entry.least_ndim > 1 else None


def _dict_source(values: dict[str, Any]) -> str:
    return "{" + ", ".join(f'"{name}": {value!r}' for name, value in values.items()) + "}"
