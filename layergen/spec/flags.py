"""The short form of a spec, as flags of the command line, written out as the same data as YAML's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from layergen.errors import LayergenError
from layergen.spec.document import Document
from layergen.spec.fields import DType
from layergen.spec.problems import Path
from layergen.spec.short_forms import read_scalar

DTYPES: tuple[str, ...] = DType.__args__
# Flags that say one key each, and may be given several times.
PAIRS = {
    "input": "inputs",
    "output": "outputs",
    "weight": "weights",
    "size": "sizes",
    "layer": "layers",
}
PAIRS |= {"constant": "constants", "arg": "args", "call-arg": "call_args"}


def document_from_flags(
    name: str | None, flags: dict[str, Any], base: Document | None = None
) -> Document:
    """The spec that the flags stand for, put over `base` where there is one.

    Args:
        name: Name of the class.
        flags: Flag name (no dashes) → what was given; lists for those given several times.
        base: A spec to start from.

    Raises:
        LayergenError: A flag that cannot be taken apart.
    """
    data: dict[str, Any] = dict(base.data) if base is not None else {}
    origins: dict[Path, str] = {}
    if name is not None:
        data["layer"] = name
        origins[("layer",)] = "NAME"
    for flag, given in flags.items():
        if given is None or given == []:
            continue
        if flag in PAIRS:
            _add_pairs(data, origins, flag, given)
        elif flag == "require":
            data["require"] = list(given)
            origins |= {
                ("require", index): f"--require {text!r}" for index, text in enumerate(given)
            }
        elif flag == "call":
            data["call"] = "\n".join(given)
            origins[("call",)] = "--call"
        else:
            data[flag.replace("-", "_")] = given
            origins[(flag.replace("-", "_"),)] = f"--{flag}"
    if base is None:
        return Document("flags", data, flags=origins)
    return replace(base, data=data, flags=origins)


def _add_pairs(
    data: dict[str, Any], origins: dict[Path, str], flag: str, given: Sequence[str]
) -> None:
    key = PAIRS[flag]
    entries = dict(data.get(key) or {})
    for text in given:
        name, colon, rest = text.partition(":")
        name, rest = name.strip(), rest.strip()
        if not colon or not name or (not rest and flag not in ("weight", "output")):
            raise LayergenError(f"--{flag} {text!r}: expected {_EXAMPLES[flag]}")
        entries[name] = _entry(flag, rest)
        origins[(key, name)] = f"--{flag} {text!r}"
    data[key] = entries


_EXAMPLES = {
    "input": "NAME: SHAPE, such as 'x: batch, ..., d' or 'ids: batch, time = int'",
    "output": "NAME: SHAPE, such as 'y: batch, ..., units'",
    "weight": "NAME: SHAPE = INITIALIZER, such as 'scale: d = ones'",
    "size": "NAME: EXPRESSION, such as 'head_size: units // heads'",
    "layer": "NAME: CLASS(...), such as 'norm: LayerNormalization(epsilon=1e-6)'",
    "constant": "NAME: EXPRESSION, such as 'rates: 10000 ** -arange(8)'",
    "arg": "NAME: TYPE = DEFAULT, such as 'rate: float = 0.1'",
    "call-arg": "NAME: DEFAULT, such as 'temperature: 1.0'",
}


def _entry(flag: str, text: str) -> Any:
    """`batch, time = int`, `d = ones`, `float = 0.1`: what stands behind the name."""
    if flag in ("size", "constant"):
        return text
    if flag == "layer":
        return {"class": text}
    if flag == "call-arg":
        return read_scalar(text)
    left, equals, right = _split(text)
    if flag == "arg":
        return {"type": left, **({"default": read_scalar(right)} if equals else {})}
    entry: dict[str, Any] = {"shape": left}
    if equals and flag == "weight":
        words = [part.strip() for part in right.split(";")]
        entry["initializer"] = words[0]
        for word in words[1:]:
            key, _, value = word.partition("=")
            entry[key.strip()] = read_scalar(value.strip())
    elif equals:
        entry["dtype"] = right
    return entry


def _split(text: str) -> tuple[str, bool, str]:
    """At the `=` that is no comparison."""
    for index, letter in enumerate(text):
        if (
            letter == "="
            and text[index - 1 : index] not in ("=", "<", ">", "!")
            and text[index + 1 : index + 2] != "="
        ):
            return text[:index].strip(), True, text[index + 1 :].strip()
    return text.strip(), False, ""


def new_layer(
    output_dim: int | None, inputs: Sequence[str] = (), outputs: Sequence[str] = ()
) -> dict[str, Any]:
    """The smallest real layer: one kernel, the last axis becomes `output_dim`.

    Args:
        output_dim: Default of the argument; without one it is required.
        inputs: What `--input` gave: the kernel takes the last axis of the first.
        outputs: What `--output` gave: the first is what `call` assigns.
    """
    name, _, shape = (inputs[0] if inputs else "x: batch, ..., features").partition(":")
    result = (outputs[0] if outputs else "y").partition(":")[0].strip()
    *others, last = _split(shape)[0].strip("[]()").split(",")
    doc = "Size of the last axis of the output."
    argument = {"type": "int", "min": 1, "doc": doc}
    return {
        "summary": "Multiplies the last axis of the input by a kernel.",
        "args": {
            "output_dim": argument if output_dim is None else {**argument, "default": output_dim}
        },
        "inputs": {name.strip(): shape.strip()},
        "weights": {"kernel": {"shape": f"{last.strip()}, output_dim", "arg": "kernel"}},
        "call": f"{result} = {name.strip()} @ kernel",
        "outputs": {result: ", ".join([*map(str.strip, others), "output_dim"])},
    }


def multi_layer(
    output_dim: int | None, inputs: Sequence[str], outputs: Sequence[str]
) -> dict[str, Any]:
    """The list-in, list-out layer: `[a @ kernel + b, mean(b, axis=-1)]`, for any number of inputs and outputs.

    Each input but the first is mapped to `output_dim` by the caller; the first output is the first
    input times a kernel plus all the others, and each further output is the mean of one of them.
    """
    names = [text.partition(":")[0].strip() for text in inputs] or ["a", "b"]
    results = [text.partition(":")[0].strip() for text in outputs] or ["mixed", "average"][
        : max(1, len(names))
    ]
    shapes = {
        name: "batch, features" if index == 0 else "batch, output_dim"
        for index, name in enumerate(names)
    }
    total = " + ".join([f"{names[0]} @ kernel", *names[1:]])
    lines = [f"{results[0]} = {total}"]
    for index, name in enumerate(results[1:]):
        lines.append(f"{name} = mean({names[(index + 1) % len(names)]}, axis=-1)")
    smallest = new_layer(output_dim)
    return {
        **smallest,
        "summary": "Maps a list of tensors to a list of tensors.",
        "inputs": shapes,
        "inputs_as": "list",
        "call": "\n".join(lines),
        "outputs": {
            name: "batch, output_dim" if index == 0 else "batch"
            for index, name in enumerate(results)
        },
        "outputs_as": "list",
    }
