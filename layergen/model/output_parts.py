"""Settles what comes out: the declared shapes and dtypes of the outputs against those that `call` was seen to give."""

from __future__ import annotations

from dataclasses import dataclass, replace

from layergen.model.call import CallBlock
from layergen.model.dims import Shape, same
from layergen.model.draft import Draft
from layergen.model.expressions import Expression
from layergen.model.parts import read_static
from layergen.model.scope import words_in
from layergen.model.shapes import parse_shape
from layergen.model.values import ANY, Value

DTYPES = {"float": "compute", "int": "int32"}


@dataclass(frozen=True)
class OutputPart:
    """One output, its shape and dtype settled."""

    name: str
    shape: Expression
    dtype: str  # "compute", or the name of a dtype, or `input:name` for an integer input passed through
    when: Expression | None
    count: Expression | None = None


def read_outputs(made: Draft, block: CallBlock) -> dict[str, OutputPart]:
    """Declared shapes against those that `call` was seen to give; what was left out is inferred."""
    parts = {}
    for name, output in made.spec.outputs.items():
        value = block.results.get(name)
        count = read_static(made, output.count, ("outputs", name, "count"), "a count")
        if count is not None and value is not None:
            value = _one_of_list(made, name, value)
        inferred = value.shape if value is not None and value.kind == "tensor" else None
        path = ("outputs", name, "shape")
        if output.shape is not None:
            with made.counting(count):
                shape = made.shape(output.shape, path)
            if shape is not None:
                _compare(made, name, shape, inferred)
        else:
            # An output that `call` never assigns is told with the block.
            shape = None if value is None else _from_inference(made, name, inferred)
        when = (
            None if output.when is None else made.expression(output.when, ("outputs", name, "when"))
        )
        if when is not None:
            made.known_at_build(when, "a condition")
        if shape is not None:
            parts[name] = OutputPart(name, shape, _dtype(output.dtype, value), when, count)
    return parts


def _one_of_list(made: Draft, name: str, value: Value) -> Value:
    """One of the tensors of an output with `count`."""
    if value.kind not in ("list", "any"):
        hint = "with `count` the output is a list: [first, second]"
        made.note(("outputs", name, "count"), f"{name!r} is one tensor in call", hint)
    if value.items:
        return replace(
            value.items[0], shape=value.items[0].shape if len(set(value.items)) == 1 else None
        )
    return value.item or ANY


def _dtype(declared: str | None, value: Value | None) -> str:
    if declared is not None:
        return DTYPES.get(declared, declared)
    return value.dtype if value is not None and value.dtype is not None else "compute"


def _compare(made: Draft, name: str, shape: Expression, inferred: Shape | None) -> None:
    declared = made.symbolic(shape)
    if declared is None or inferred is None:
        return
    hint = f"outputs.{name} says {declared}, call gives {inferred}"
    if declared.ndim is not None and inferred.ndim is not None and declared.ndim != inferred.ndim:
        text = f"{name!r} has {inferred.ndim} axes in call, {declared.ndim} here"
        made.problems.append(shape.problem(text, hint))
        return
    if (declared.back is None) != (inferred.back is None):
        return
    if len(declared.front) != len(inferred.front) or len(declared.back or ()) != len(
        inferred.back or ()
    ):
        return
    for said, found in zip(declared.sizes, inferred.sizes, strict=True):
        if not same(said, found):
            made.problems.append(
                shape.problem(f"an axis of {name!r} is {found} in call, {said} here", hint)
            )
            return


def _from_inference(made: Draft, name: str, inferred: Shape | None) -> Expression | None:
    path = ("outputs", name)
    sizes = () if inferred is None else inferred.sizes
    words = words_in(" ".join(map(str, sizes)))
    if inferred is None or None in sizes or not words <= made.known:
        seen = "" if inferred is None else f"; call gives {inferred}"
        hint = f"write it: `{name}: batch, ..., units`{seen}"
        made.note(path, "the shape cannot be inferred from call", hint)
        return None
    return parse_shape(str(inferred)[1:-1].rstrip(","), (*path, "shape"), made.problems)
