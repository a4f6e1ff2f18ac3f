"""From a spec to the layer: every decision, taken before any template runs."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from layergen.model.assembling import assemble
from layergen.model.building import Builder
from layergen.model.call import CallBlock, CallReader
from layergen.model.draft import BUILD, CALL, INIT, Draft
from layergen.model.example import Example, find_example
from layergen.model.expressions import free_names
from layergen.model.layer import LayerModel
from layergen.model.layer_calls import settle_shapes
from layergen.model.making import Parts
from layergen.model.masks import mask_decision
from layergen.model.meanings import meanings
from layergen.model.output_parts import read_outputs
from layergen.model.outputs import OutputWriter
from layergen.model.parts import read_constants, read_weights
from layergen.model.resolve import resolve
from layergen.model.scope import Scope, words_in
from layergen.model.sublayers import read_layers
from layergen.spec.document import Document
from layergen.spec.problems import AT_KEY, Problem, SpecError
from layergen.spec.read import read_spec


@dataclass(frozen=True)
class Decided:
    """The layer to print, and what the test and the check need to know of it."""

    layer: LayerModel
    scope: Scope
    example: Example
    writer: OutputWriter
    used: frozenset[str]
    block: CallBlock
    parts: Parts


def decide(document: Document, header: tuple[str, ...] = ()) -> Decided:
    """Takes every decision about the layer that a spec describes.

    Args:
        document: Where it was written, for the places of mistakes.
        header: Comment lines for the head of the file.

    Raises:
        SpecError: Everything that is wrong with the spec, at once.
    """
    mistyped: list[Problem] = []
    spec = read_spec(document, mistyped)
    made = resolve(spec)
    made.problems += mistyped
    if not made.inputs or len(made.inputs) < len(spec.inputs):
        raise SpecError(made.problems, document.locate)
    read_constants(made)
    parts = Parts(read_weights(made), read_layers(made))
    scope = Scope(made, spec.call)
    _check_styles(made, scope)
    if spec.cell is not None:
        _check_cell(made)
    block, names = _read_call(made, scope, parts)
    if block.lines and not made.problems:
        parts.layers = settle_shapes(made, parts.layers, block)
    outputs = read_outputs(made, block)
    if len(outputs) < len(spec.outputs):
        raise SpecError(made.problems, document.locate)
    parameters, used = _call_parameters(scope, block), set(block.used)
    writer = OutputWriter(scope, outputs, parameters)
    consumes = any(name == "mask" or name.endswith("_mask") for name in block.used)
    supports, mask_method, mask_used = mask_decision(scope, writer, names, consumes, made.problems)
    used |= mask_used
    if block.lines:
        _check_unused(made, parts, used)
    if made.problems:
        raise SpecError(made.problems, document.locate)
    found = find_example(made, parts.weights)
    if found is None:
        hint = "set them under `example`: arguments and axes, by name"
        raise SpecError(
            [Problem(("require",), "no small sizes were found that meet every condition", hint)],
            document.locate,
        )
    layer = assemble(made, scope, parts, block, writer, supports, mask_method, used, found, header)
    return Decided(layer, scope, found, writer, frozenset(used), block, parts)


def _check_styles(made: Draft, scope: Scope) -> None:
    spec = made.spec
    if scope.style == "single" and len(spec.inputs) > 1:
        made.note(
            ("inputs_as",),
            f"'single' with {len(spec.inputs)} inputs",
            "write list, dict or arguments",
        )
    if spec.outputs_as == "single" and len(spec.outputs) > 1:
        made.note(
            ("outputs_as",),
            f"'single' with {len(spec.outputs)} outputs",
            "write list, tuple or dict",
        )
    left_out: list[str] = []
    for name, entry in spec.inputs.items():
        if scope.style == "list" and not entry.optional and left_out:
            hint = "inputs that may be left out of a list are its last"
            made.note(
                ("inputs", name), f"it stands behind {left_out[0]!r}, which is optional", hint
            )
        left_out += [name] if entry.optional else []
        if entry.optional and name == next(iter(spec.inputs)):
            made.note(
                ("inputs", name),
                "the first input cannot be optional",
                "Keras builds a layer on its first input",
            )
        if entry.count is not None and len(spec.inputs) > 1:
            made.note(("inputs", name, "count"), "an input with `count` must be the only one")


def _read_call(made: Draft, scope: Scope, parts: Parts) -> tuple[CallBlock, dict]:
    """Reads the call block; again where it asks for axes that must be fixed."""
    builder = Builder(scope, parts, set())
    fixed = builder.fixed_axes() if not made.problems else set()
    # What only `call` reads is measured there, so that its axis stays open.
    measured = builder.open_sizes(fixed) if not made.problems else set()
    made.levels |= dict.fromkeys(measured, CALL)
    outputs = {name: output.when is None for name, output in made.spec.outputs.items()}
    of_no_dtype = [
        name for name, one in made.spec.outputs.items() if one.dtype is None and outputs[name]
    ]
    for _ in range(3):
        names = meanings(scope, parts.weights, parts.layers, fixed)
        reader = CallReader(made.spec.call, names, outputs, of_no_dtype)
        block = reader.read()
        made.levels |= dict.fromkeys(measured & block.fixed, BUILD)  # but for a loop's count
        late = {name for name in block.fixed if made.levels[name] == CALL}
        if block.fixed <= fixed or late:
            break
        fixed |= block.fixed
    for name in late:
        hint = "use scan(...) or fori_loop(...) over a length that is not known"
        message = f"{name!r} is not known when the layer is traced, and a loop needs it"
        made.problems.append(Problem(("call",), message, hint, reader.place_of(name)))
    made.problems += reader.problems
    for name in reversed(list(made.sizes)):
        if name in block.used and made.levels[name] == CALL:
            block.used |= made.sizes[name].names
    return block, names


def _call_parameters(scope: Scope, block: CallBlock) -> str:
    """Parameters of `call` behind `self`: tensors, masks, options, training."""
    spec = scope.made.spec
    if scope.style in ("single", "arguments"):
        parts = [
            f"{scope.arguments[name]}=None" if entry.optional else scope.arguments[name]
            for name, entry in spec.inputs.items()
        ]
    else:
        parts = (
            ["inputs"]
            if scope.style != "cell"
            else [next(iter(scope.arguments.values())), "states"]
        )
    masks = [name for name in spec.inputs if f"{name}_mask" in block.used]
    if scope.style == "arguments":
        parts += [f"{name}_mask=None" for name in masks]
    if "mask" in block.used or (masks and scope.style in ("list", "dict")):
        parts.append("mask=None")
    if spec.call_args:
        parts += ["*", *(f"{name}={option.default!r}" for name, option in spec.call_args.items())]
    if "training" in block.used:
        parts.append("training=False")
    return ", ".join(parts)


def _check_unused(made: Draft, parts: Parts, used: set[str]) -> None:
    spec = made.spec
    read = set(used)
    expressions = [*made.require, *made.constants.values()]
    for weight in parts.weights.values():
        expressions += [weight.shape, *(item for item in (weight.when, weight.count) if item)]
        expressions += [
            made_by.expression
            for made_by in (weight.initializer, weight.regularizer, weight.constraint)
            if made_by and made_by.expression
        ]
        expressions += [weight.trainable] if not isinstance(weight.trainable, bool) else []
    for layer in parts.layers.values():
        expressions += [item for _, item in (*layer.arguments, *layer.shapes)]
        expressions += [item for item in (layer.when, layer.count) if item]
    for expression in expressions:
        read |= expression.names
    for output in spec.outputs.values():
        for text in (output.shape, output.when):
            read |= set(re.findall(r"[A-Za-z_]\w*", str(text)))
    for _, _, _, term in made.equalities:
        read |= free_names(term)
    for entry in spec.inputs.values():
        read |= set(re.findall(r"[A-Za-z_]\w*", str(entry.count or "")))
    if spec.cell is not None:
        read |= words_in(f"{spec.cell.state_size} {spec.cell.output_size}")
    for name in reversed(list(made.sizes)):
        if name in read:
            read |= made.sizes[name].names
    remedies = {
        "weights": "use it in `call`, or take it out", "args": "use it, or take it out",
        "inputs": "use it in `call`, or take it out", "layers": "call it in `call`, or take it out",
        "constants": "use it in `call`, or take it out", "sizes": "use it, or take it out",
        "call_args": "use it in `call`, or take it out",
    }  # fmt: skip
    told = {problem.path[:2] for problem in made.problems}
    for kind, remedy in remedies.items():
        for name in getattr(spec, kind):
            if (kind, name) in told:
                continue
            if kind in ("args", "sizes") and (name == "seed" or made.problems):
                continue  # it may be what a mistyped name was meant to be
            if name not in (read if kind in ("args", "sizes", "constants") else used):
                made.problems.append(
                    Problem((kind, name), f"nothing reads {name!r}", remedy, AT_KEY)
                )


def _check_cell(made: Draft) -> None:
    """A cell has a state input and a new state for each of its sizes, and sizes that are known at once."""
    spec = made.spec
    assert spec.cell is not None
    sizes = made.shape(spec.cell.state_size, ("cell", "state_size"), ellipsis=False)
    output = (
        None
        if spec.cell.output_size is None
        else made.expression(spec.cell.output_size, ("cell", "output_size"))
    )
    for expression in (sizes, output):
        if expression is not None and made.level(expression) != INIT:
            hint = "keras.layers.RNN reads it before the cell is built: use arguments only"
            made.problems.append(
                expression.problem(f"{expression.text!r} is not known when the cell is made", hint)
            )
    if sizes is not None and not isinstance(sizes.node, ast.Tuple):
        made.note(("cell", "state_size"), "the sizes of the states cannot depend on a condition")
    elif sizes is not None:
        count = len(sizes.node.elts)
        for key, found in (("inputs", len(spec.inputs) - 1), ("outputs", len(spec.outputs) - 1)):
            if found != count:
                hint = f"a cell's {key} are the step's, then one for each state"
                made.note((key,), f"{found} states here, {count} in cell.state_size", hint)
    if spec.inputs_as is not None or spec.outputs_as is not None:
        key = "inputs_as" if spec.inputs_as is not None else "outputs_as"
        made.note(
            (key,), "a cell takes `inputs, states` and gives `output, states`", f"take out `{key}`"
        )
