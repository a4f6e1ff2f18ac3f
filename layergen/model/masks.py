"""Decides what becomes of masks: passed on, stopped, or computed."""

from __future__ import annotations

from dataclasses import replace

from layergen.model.call import CallReader, Meaning
from layergen.model.expressions import free_names
from layergen.model.layer import Method
from layergen.model.mixing import mixes_steps
from layergen.model.outputs import OutputWriter
from layergen.model.scope import Scope
from layergen.model.syntax import parse_python
from layergen.spec.problems import Problem


def mask_decision(
    scope: Scope,
    writer: OutputWriter,
    names: dict[str, Meaning],
    consumes: bool,
    problems: list[Problem],
) -> tuple[bool, Method | None, set[str]]:
    """Whether the layer supports masking, its `compute_mask` where the base class's will not do, and the names it uses."""
    spec = scope.made.spec
    said = spec.mask
    kept = writer.passes_mask()
    if said is None:
        passes = consumes or not mixes_steps(spec)
        said = {
            name: "pass" if keeps and passes else "stop"
            for name, keeps in zip(writer.parts, kept, strict=True)
        }
    elif isinstance(said, str):
        said = {name: said for name in writer.parts}
    else:
        for name in said.keys() - spec.outputs.keys():
            problems.append(
                Problem(
                    ("mask", name),
                    f"{name!r} is not an output",
                    f"the outputs are: {', '.join(spec.outputs)}",
                )
            )
        said = {name: said.get(name, "stop") for name in writer.parts}
    words = list(said.values())
    if scope.style == "cell" and spec.mask is None:
        return False, None, set()  # keras.layers.RNN sees to masks
    if all(word == "stop" for word in words):
        if not consumes:
            return False, None, set()
        return True, _method(scope, ["return None"], uses_inputs=False), set()
    if words == ["pass"] and scope.style in ("single", "arguments") and not scope.several:
        return True, None, set()
    counts = [part.count.names for part in writer.parts.values() if part.count is not None]
    used = set().union(*counts) & scope.made.sizes.keys()
    values = [
        writer.listed(
            writer.parts[name],
            _value(scope, word, name, names, problems, used, isinstance(spec.mask, str)),
            frozenset(used),
        )
        for name, word in said.items()
    ]
    prelude = mask_prelude(scope, used)
    inputs = scope.apart("inputs", {name: name for name in scope.made.spec.inputs if name in used})
    return (
        True,
        _method(scope, [*inputs, *prelude, f"return {writer.structure(values)}"], True),
        used,
    )


def _value(
    scope: Scope,
    word: str,
    name: str,
    names: dict[str, Meaning],
    problems: list[Problem],
    used: set[str],
    shared: bool,
) -> str:
    if word == "stop":
        return "None"
    if word == "pass":
        first = next(iter(scope.made.spec.inputs))
        if scope.several:
            return "None if mask is None else mask[0]"
        held = first_mask(scope)
        used.add("mask" if held == "mask" else f"{first}_mask")
        return held
    path = ("mask",) if shared else ("mask", name)
    reader = CallReader(word, _seen(scope, names), {})
    reader.may_be_none = True
    try:
        node = parse_python(word, "eval").body
    except SyntaxError as error:
        problems.append(
            Problem(
                path, f"{word!r} is not an expression: {error.msg}", "or write `pass` or `stop`"
            )
        )
        return "None"
    hidden = sorted(free_names(node) & names.keys() - reader.names.keys())
    if hidden:
        hint = (
            "Keras hands compute_mask the first input and its mask: write `inputs_as: list` for all"
        )
        problems.append(Problem(path, f"{hidden[0]!r} is not known to compute_mask", hint))
        return "None"
    read, _ = reader.expression(node)
    problems += [
        Problem(path, problem.message, problem.hint, problem.place) for problem in reader.problems
    ]
    used |= reader.used
    return reader.print(read)


def _seen(scope: Scope, names: dict[str, Meaning]) -> dict[str, Meaning]:
    """The names that `compute_mask` knows: of separate arguments the first alone, its mask as `mask`."""
    if scope.style != "arguments":
        return names
    first, *others = scope.made.spec.inputs
    hidden = {*others, *(f"{name}_mask" for name in others)}
    mask = replace(names[f"{first}_mask"], source="mask")
    return {name: found for name, found in names.items() if name not in hidden} | {
        f"{first}_mask": mask
    }


def first_mask(scope: Scope) -> str:
    """The variable that holds the first input's mask inside `call` and `compute_mask`."""
    names = list(scope.made.spec.inputs)
    return "mask" if scope.style == "single" or scope.style == "arguments" else f"{names[0]}_mask"


def mask_prelude(scope: Scope, used: set[str]) -> list[str]:
    """Statements that take the masks of several inputs apart."""
    names = [name for name in scope.made.spec.inputs]
    wanted = [name for name in names if f"{name}_mask" in used]
    if not wanted or scope.style not in ("list", "dict"):
        return []
    if scope.style == "dict":
        return [f'{name}_mask = None if mask is None else mask["{name}"]' for name in wanted]
    masks, given = scope.from_list("mask", {name: f"{name}_mask" for name in wanted})
    none = ", ".join("None" for _ in names) + "," * (len(names) == 1)
    return [f"{masks} = ({none}) if mask is None else {given}"]


def _method(scope: Scope, body: list[str], uses_inputs: bool) -> Method:
    argument = (
        next(iter(scope.arguments.values())) if scope.style in ("single", "arguments") else "inputs"
    )
    return Method("compute_mask", f"{argument}, mask=None", tuple(body))
