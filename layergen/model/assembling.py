"""Puts the layer together: arguments, attributes, methods and docstring of the class that the templates print."""

from __future__ import annotations

import ast
import re

from layergen.model.arguments import KERAS_OBJECTS, argument, in_keras_order
from layergen.model.building import Builder
from layergen.model.call import CallBlock
from layergen.model.docs import example_lines, references, sections
from layergen.model.draft import BUILD, CALL, Draft
from layergen.model.example import Example
from layergen.model.expressions import Rename, source
from layergen.model.layer import Argument, Assignment, LayerModel, Method
from layergen.model.making import Parts
from layergen.model.masks import mask_prelude
from layergen.model.names import module_name
from layergen.model.outputs import OutputWriter
from layergen.model.parts import Made, WeightPart
from layergen.model.scope import Scope
from layergen.spec.fields import Spec

def assemble(
    made: Draft, scope: Scope, parts: Parts, block: CallBlock, writer: OutputWriter,
    supports: bool, mask_method: Method | None, used: set[str], found: Example, header: tuple[str, ...],
) -> LayerModel:  # fmt: skip
    spec = made.spec
    kept = {name for name in made.sizes if made.levels[name] == BUILD} | made.constants.keys()
    builder = Builder(scope, parts, kept & block.used)
    build = builder.build()
    arguments, early = _arguments(spec, parts, block)
    attributes = [
        Assignment(f"self.{item.name}", item.stored)
        for item in arguments
        if item.stored is not None
    ]
    conditions = builder.init_checks()
    attributes += builder.init_attributes(conditions)
    if block.uses_random:
        attributes.append(Assignment("self.seed_generator", "keras.random.SeedGenerator(seed)"))
    spec_source = builder.input_spec(built=False)
    if spec_source is not None:
        attributes.append(Assignment("self.input_spec", spec_source))
    if spec.cell is not None:
        attributes += cell_attributes(made, builder)
    if supports:
        attributes.append(Assignment("self.supports_masking", "True"))
    sublayers = build.sublayers if build is not None else ()
    checks = [*(check for item in arguments for check in item.checks), *conditions]
    call = Method("call", writer.call_parameters, tuple(_call_body(scope, block, writer)))
    methods = [writer.output_shape(), writer.output_spec(), mask_method]
    methods += [_initial_state(made, builder)] if spec.cell is not None else []
    uses_math = builder.uses_math or block.uses_math or writer.uses_math
    module = module_name(spec.layer)
    return LayerModel(
        name=spec.layer,
        module=module,
        header=header,
        package=spec.package or module,
        imports=_imports(
            uses_math,
            builder.uses_numpy,
            "\n".join(line for method in (call, *filter(None, methods)) for line in method.body),
        ),
        summary=_sentence(spec.summary) or f"{spec.layer} layer.",
        paragraphs=tuple(text.strip() for text in spec.description.split("\n\n") if text.strip()),
        sections=sections(scope, arguments, writer.parts, used),
        example=example_lines(scope, found),
        references=references(spec),
        arguments=tuple(arguments),
        early=tuple(early),
        checks=tuple(checks),
        attributes=tuple(attributes),
        sublayers=tuple(item for item in sublayers if not item.made_in_build),
        build=build,
        call=call,
        methods=tuple(method for method in methods if method is not None),
    )


def cell_attributes(made: Draft, builder: Builder) -> list[Assignment]:
    """`state_size` and `output_size`, which keras.layers.RNN reads as soon as it is made."""
    cell = made.spec.cell
    assert cell is not None
    names = builder.scope.in_init()
    texts = [builder.static(size, names) for size in _state_sizes(made)]
    output = texts[0]
    if cell.output_size is not None:
        found = made.expression(cell.output_size, ("cell", "output_size"))
        assert found is not None
        output = builder.static(found.node, names)
    state = texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
    return [Assignment("self.state_size", state), Assignment("self.output_size", output)]


def _initial_state(made: Draft, builder: Builder) -> Method | None:
    """States of zeros, where one has several axes: keras.layers.RNN 3.15 makes vectors only."""
    sizes = _state_sizes(made)
    if not any(isinstance(size, ast.Tuple) for size in sizes):
        return None
    names = builder.scope.in_method()
    axes = [size.elts if isinstance(size, ast.Tuple) else [size] for size in sizes]
    shapes = [", ".join(builder.static(axis, names) for axis in state) for state in axes]
    states = [f"ops.zeros((batch_size, {shape}), dtype=self.compute_dtype)" for shape in shapes]
    return Method("get_initial_state", "batch_size=None", (f"return [{', '.join(states)}]",))


def _state_sizes(made: Draft) -> list[ast.expr]:
    assert made.spec.cell is not None
    sizes = made.shape(made.spec.cell.state_size, ("cell", "state_size"), ellipsis=False)
    assert sizes is not None and isinstance(sizes.node, ast.Tuple)
    return sizes.node.elts


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?" else text + "."


def _imports(uses_math: bool, uses_numpy: bool, call: str) -> tuple[str, ...]:
    standard = ["import math", ""] if uses_math else []
    third = ["import keras"] + (["import numpy as np"] if uses_numpy else [])
    return (*standard, *third, *(["from keras import ops"] if "ops." in call else []))


def _arguments(
    spec: Spec, parts: Parts, block: CallBlock
) -> tuple[list[Argument], list[Assignment]]:
    """The spec's arguments, those that `arg` on a weight stands for, and the seed; in Keras's order."""
    arguments, early = [], []
    for name, arg in spec.args.items():
        made, conversion = argument(name, arg)
        arguments.append(made)
        early += conversion
    prefixes: dict[str, WeightPart] = {}
    kinds: dict[str, set[str]] = {}
    for part in parts.weights.values():
        if part.spec.arg is not None:
            prefixes.setdefault(part.spec.arg, part)
            kinds.setdefault(part.spec.arg, set()).update(part.argument_kinds)
    for prefix, part in prefixes.items():
        for kind, module in KERAS_OBJECTS.items():
            if kind not in kinds[prefix] or f"{prefix}_{kind}" in {item.name for item in arguments}:
                continue
            name = f"{prefix}_{kind}"
            noun = "Initializer" if kind == "initializer" else f"{kind.capitalize()} function"
            doc = f"{name}: {noun} for the `{prefix}` weight."
            found: Made | None = getattr(part, kind)
            default = "None" if found is None else f'"{found.word}"'
            doc += f" Defaults to `{default}`." if found is not None else ""
            arguments.append(
                Argument(
                    name,
                    default,
                    doc,
                    f"keras.{module}.get({name})",
                    f"keras.{module}.serialize(self.{name})",
                )
            )
    if block.uses_random and "seed" not in spec.args:
        doc = "seed: Integer, or None. Seed of the random numbers; None gives other numbers in each run."
        arguments.append(Argument("seed", "None", doc, "seed", "self.seed"))
    return in_keras_order(arguments), early


def _call_body(scope: Scope, block: CallBlock, writer: OutputWriter) -> list[str]:
    """The inputs taken apart, the sizes read off them, the block, the outputs returned."""
    made = scope.made
    lines = []
    names = list(made.spec.inputs)
    if scope.style == "cell":
        lines.append(", ".join(names[1:]) + ("," if len(names) == 2 else "") + " = states")
    lines += scope.apart("inputs", {name: name for name in names})
    lines += mask_prelude(scope, block.used)
    sizes = [name for name in made.sizes if name in block.used and made.levels[name] == CALL]
    for name in made.positions:
        if name not in block.used:
            continue
        owner, index = made.positions[name]
        tensor = scope.arguments[owner] if not scope.several else f"{scope.arguments[owner]}[0]"
        entry = made.inputs[owner]
        at = -1 if entry.behind is None and index == entry.before - 1 and index else index
        shape = f"ops.shape({tensor})[{at}]"
        if made.spec.inputs[owner].optional:
            shape = f"None if {tensor} is None else {shape}"
        lines.append(f"{name} = {shape}")
    shapes = {name: f"ops.shape({scope.arguments[name]})" for name in names}
    for name in sizes:
        renaming = Rename(scope.in_method(frozenset(block.used)), shapes)
        node = ast.parse(ast.unparse(made.sizes[name].node), mode="eval").body
        lines.append(f"{name} = {source(renaming.visit(node))}")
    values = []
    for part in writer.parts.values():
        value = block.results.get(part.name)
        local = scope.arguments.get(part.name, part.name)
        declared = made.spec.outputs[part.name].dtype
        found = value.dtype if value is not None else None
        if declared is not None and found is not None and found != part.dtype:
            dtype = "self.compute_dtype" if part.dtype == "compute" else repr(part.dtype)
            local = f"ops.cast({local}, {dtype})"
        if part.count is not None and not _is_list(local, block.lines):
            local = f"list({local})"  # what unstack and split give is a tuple on some backends
        values.append(local)
    return _folded([*lines, *block.lines], writer.statements(values))


def _is_list(name: str, lines: list[str]) -> bool:
    """Whether a local was last assigned a list display."""
    values = [
        line.strip().removeprefix(f"{name} = ")
        for line in lines
        if line.strip().startswith(f"{name} = ")
    ]
    return bool(values) and values[-1].startswith("[")


def _folded(lines: list[str], ending: list[str]) -> list[str]:
    """`y = f(x)` then `return y` is `return f(x)`, as one writes it by hand."""
    match = re.fullmatch(r"return (\w+)", ending[0]) if len(ending) == 1 else None
    if match and lines:
        assigned = re.fullmatch(rf"{match.group(1)} = (.*[^#]*)", lines[-1])
        if assigned and "#" not in lines[-1] and not lines[-1].startswith(" "):
            return [*lines[:-1], f"return {assigned.group(1)}"]
    return [*lines, *ending]
