"""Writes the docstring's sections from the declarations."""

from __future__ import annotations

import ast
import re

from layergen.model.example import Example
from layergen.model.layer import Argument, Section
from layergen.model.output_parts import OutputPart
from layergen.model.scope import Scope
from layergen.spec.fields import Spec


def sections(
    scope: Scope, arguments: list[Argument], outputs: dict[str, OutputPart], used: set[str]
) -> tuple[Section, ...]:
    """Args, Call arguments, Input shape, Output shape, in Keras's order."""
    spec = scope.made.spec
    entries = [argument.doc for argument in arguments]
    entries.append("**kwargs: Base layer keyword arguments, such as `name` and `dtype`.")
    found = [
        Section("Args", tuple(entries)),
        Section("Call arguments", tuple(_call_arguments(scope, used))),
    ]
    found.append(Section("Input shape", tuple(_input_shapes(scope))))
    found.append(Section("Output shape", tuple(_output_shapes(outputs))))
    return tuple(
        section
        for section in found
        if section.entries and (section.heading != "Args" or spec.args or arguments)
    )


def _call_arguments(scope: Scope, used: set[str]) -> list[str]:
    spec = scope.made.spec
    entries = []
    if scope.style == "cell":
        first, *states = spec.inputs.items()
        entries.append(
            f"{scope.arguments[first[0]]}: Tensor, one step of the sequence. {first[1].doc}".rstrip()
        )
        entries.append(f"states: List of tensors: {', '.join(f'`{name}`' for name, _ in states)}.")
    elif scope.style == "single" or scope.style == "arguments":
        for name, entry in spec.inputs.items():
            what = (
                "Optional tensor"
                if entry.optional
                else "List of tensors" if entry.count is not None else "Tensor"
            )
            doc = f"{scope.arguments[name]}: {what}{_dtype(entry.dtype)}. {entry.doc}".rstrip()
            entries.append(doc)
    else:
        names = ", ".join(f"`{name}`" for name in spec.inputs)
        kind = "Dict with the keys" if scope.style == "dict" else "List of tensors:"
        optional = [f"`{name}`" for name, entry in spec.inputs.items() if entry.optional]
        left_out = f"; {' and '.join(optional)} may be left out" if optional else ""
        entries.append(f"inputs: {kind} {names}{left_out}.")
    for name, option in spec.call_args.items():
        entries.append(
            f"{name}: {option.doc or 'Option of the call.'} Defaults to `{option.default!r}`."
        )
    masks = [
        name
        for name in used
        if name == "mask" or name.endswith("_mask") and name[:-5] in spec.inputs
    ]
    if scope.style in ("list", "dict") and masks:
        masks = ["mask"]
    entries += [
        f"{name}: Optional boolean mask of `(batch, steps)`; steps where it is False are left out."
        for name in sorted(masks)
    ]
    if "training" in used:
        entries.append("training: Whether the layer runs in training or in inference mode.")
    return entries


def _dtype(dtype: str) -> str:
    return {"float": "", "int": " of integers", "bool": " of booleans"}.get(dtype, f" of {dtype}")


def _shape_text(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if isinstance(node, ast.Tuple | ast.IfExp) else f"({text},)"


def _input_shapes(scope: Scope) -> list[str]:
    inputs = list(scope.made.inputs.values())
    if len(inputs) == 1:
        text = _shape_text(inputs[0].expression.node)
        return [f"{'List of tensors' if scope.several else 'Tensor'} of shape `{text}`."]
    return [f"{entry.name}: `{_shape_text(entry.expression.node)}`." for entry in inputs]


def _output_shapes(outputs: dict[str, OutputPart]) -> list[str]:
    parts = list(outputs.values())
    if len(parts) == 1:
        return [
            f"Tensor of shape `{_shape_text(parts[0].shape.node)}`{_dtype_word(parts[0].dtype)}."
        ]
    return [
        f"{part.name}: `{_shape_text(part.shape.node)}`{_dtype_word(part.dtype)}"
        + (f", if `{ast.unparse(part.when.node)}`." if part.when else ".")
        for part in parts
    ]


def _dtype_word(dtype: str) -> str:
    return "" if dtype == "compute" else f" of {dtype}"


def tensor_source(dtype: str, shape: tuple[int, ...], high: int) -> str:
    """Source of an example tensor."""
    if dtype in ("int", "int32", "int64", "uint8"):
        kind = "" if dtype in ("int", "int32") else f', dtype="{dtype}"'
        return f"keras.random.randint({shape}, 0, {high}{kind})"
    if dtype == "bool":
        return f'keras.ops.ones({shape}, dtype="bool")'
    return f"keras.random.normal({shape})"


def example_lines(scope: Scope, found: Example) -> tuple[str, ...]:
    """The docstring's example: it runs as it stands."""
    spec = scope.made.spec
    init = ", ".join(f"{name}={_literal(value)}" for name, value in found.arguments.items())
    lines = [f"layer = {spec.layer}({init})"]
    names = list(spec.inputs)
    for name, entry in spec.inputs.items():
        source = tensor_source(entry.dtype, found.shapes[name], found.high)
        if entry.count is not None:
            source = f"[{source} for _ in range({found.counts[name]})]"
        lines.append(f"{name} = {source}")
    results = (
        ", ".join(spec.outputs)
        if len(spec.outputs) > 1 and spec.outputs_as != "dict"
        else next(iter(spec.outputs))
    )
    if spec.cell is not None:
        first, *states = spec.outputs
        results = f"{first}, [{', '.join(states)}]"
    if any(output.when for output in spec.outputs.values()) or spec.outputs_as == "dict":
        results = "outputs"
    lines.append(f"{results} = layer({call_source(scope, names)})")
    return tuple(lines)


def call_source(scope: Scope, names: list[str]) -> str:
    """The tensors as the layer takes them."""
    if scope.style == "cell":
        return f"{names[0]}, [{', '.join(names[1:])}]"
    if scope.style == "list":
        return f"[{', '.join(names)}]"
    if scope.style == "dict":
        return "{" + ", ".join(f'"{name}": {name}' for name in names) + "}"
    return ", ".join(names)


def _literal(value: object) -> str:
    if isinstance(value, str) and value.isprintable() and not set(value) & set('"\\'):
        return f'"{value}"'
    return repr(tuple(value) if isinstance(value, list) else value)


def references(spec: Spec) -> tuple[str, ...]:
    """The papers, with arXiv numbers as links."""
    said = [spec.reference] if isinstance(spec.reference, str) else spec.reference
    return tuple(_linked(text) for text in said if text)


def _linked(text: str) -> str:
    arxiv = re.search(r"arXiv:\s*(\d{4}\.\d{4,5})", text)
    if arxiv is None or "](" in text:
        return text
    words = text[: arxiv.start()].rstrip(" ,;") or text
    return f"[{words}](https://arxiv.org/abs/{arxiv.group(1)})"
