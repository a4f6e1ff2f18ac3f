"""examples/README.md: the table of the gallery, written from the specs; `--rewrite-golden` records it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from layergen.gallery import paths
from layergen.generated import document_of
from layergen.spec.fields import Spec
from layergen.spec.read import read_spec

EXAMPLES = Path(__file__).parents[2] / "examples"

HEAD = """\
# The gallery

{count} layers, each a spec of a few lines and the class that it gives. Every one is compared with the Keras layer that
does the same, or with a NumPy computation written from the paper (`tests/gallery/references/`). Start from any of them:
`layergen new MyGate --from highway`.
"""

TABLE = ["| layer | what it does | from | lines: spec → layer | shows |", "|---|---|---|---|---|"]

# Heading → whether a spec belongs under it; the first that says yes has it.
GROUPS: list[tuple[str, Callable[[Spec], bool]]] = [
    ("Recurrent cells", lambda spec: spec.cell is not None),
    ("Losses and states", lambda spec: has_loss(spec) or has_state(spec)),
    ("Noise and samples", lambda spec: calls(spec, RANDOM)),
    ("Several outputs", lambda spec: len(spec.outputs) > 1),
    ("Scans and loops", lambda spec: calls(spec, "associative_scan|scan") or loops(spec)),
    ("Masks", lambda spec: "mask" in spec.call),
    ("Layers inside layers", lambda spec: bool(spec.layers)),
    ("Several inputs", lambda spec: several_inputs(spec)),
    ("Nothing to learn", lambda spec: not spec.weights),
    ("One input, one output", lambda spec: True),
]
RANDOM = "normal|uniform|truncated_normal|beta|gamma|binomial|categorical|dropout|shuffle|randint"

# What a spec shows → whether this one does.
SHOWN: list[tuple[str, Callable[[Spec], bool]]] = [
    ("cell", lambda spec: spec.cell is not None),
    ("loss", lambda spec: has_loss(spec)),
    ("state", lambda spec: has_state(spec)),
    ("random numbers", lambda spec: calls(spec, RANDOM)),
    ("training switch", lambda spec: bool(re.search(r"\btraining\b", spec.call))),
    ("mask consumed", lambda spec: bool(re.search(r"mask\b", spec.call))),
    ("mask declared", lambda spec: spec.mask is not None),
    ("optional input", lambda spec: any(entry.optional for entry in spec.inputs.values())),
    ("list of inputs", lambda spec: any(entry.count for entry in spec.inputs.values())),
    ("several inputs", lambda spec: len(spec.inputs) > 1),
    ("integer input", lambda spec: any(entry.dtype == "int" for entry in spec.inputs.values())),
    ("several outputs", lambda spec: len(spec.outputs) > 1),
    ("optional output", lambda spec: any(entry.when for entry in spec.outputs.values())),
    ("call option", lambda spec: bool(spec.call_args)),
    ("scan", lambda spec: calls(spec, "associative_scan|scan")),
    ("loop", lambda spec: loops(spec)),
    ("function in call", lambda spec: bool(re.search(r"\b(def|lambda)\b", spec.call))),
    ("sublayers", lambda spec: bool(spec.layers)),
    ("list of weights", lambda spec: any(entry.count for entry in spec.weights.values())),
    ("optional weight", lambda spec: any(entry.when for entry in spec.weights.values())),
    ("frozen weight", lambda spec: is_frozen(spec) and not has_state(spec)),
    ("scalar weight", lambda spec: any(entry.shape == [] for entry in spec.weights.values())),
    ("constants", lambda spec: bool(spec.constants)),
    ("sizes", lambda spec: bool(spec.sizes)),
    ("conditions", lambda spec: bool(spec.require)),
    ("axis argument", lambda spec: any(arg.type == "axis" for arg in spec.args.values())),
    ("tuple argument", lambda spec: any(arg.type == "ints" for arg in spec.args.values())),
    ("choice", lambda spec: any(arg.type == "choice" for arg in spec.args.values())),
    ("einsum", lambda spec: calls(spec, "einsum")),
    ("stop_gradient", lambda spec: calls(spec, "stop_gradient")),
    ("any rank", lambda spec: any("..." in str(entry.shape) for entry in spec.inputs.values())),
]


def calls(spec: Spec, functions: str) -> bool:
    found = re.findall(rf"\b({functions})\(", spec.call)
    return any(name not in spec.layers for name in found)


def loops(spec: Spec) -> bool:
    return bool(re.search(r"\bfor\b", spec.call))


def has_loss(spec: Spec) -> bool:
    return calls(spec, "add_loss")


def has_state(spec: Spec) -> bool:
    return ".assign" in spec.call


def is_frozen(spec: Spec) -> bool:
    return any(entry.trainable is False for entry in spec.weights.values())


def several_inputs(spec: Spec) -> bool:
    return len(spec.inputs) > 1 or any(entry.count for entry in spec.inputs.values())


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def row(name: str, spec: Spec) -> str:
    """One line of the table."""
    layer, path = EXAMPLES / f"{name}.py", EXAMPLES / f"{name}.yaml"
    shown = ", ".join(word for word, shows in SHOWN if shows(spec))
    sources = spec.reference if isinstance(spec.reference, list) else [spec.reference]
    size = f"[{lines(path)}]({path.name}) → [{lines(layer)}]({layer.name})"
    return f"| {spec.layer} | {spec.summary} | {'; '.join(sources)} | {size} | {shown} |"


def specs() -> dict[str, Spec]:
    return {path.stem: read_spec(document_of(path)) for path in paths()}


def readme() -> str:
    found = specs()
    rows: dict[str, list[str]] = {heading: [] for heading, _ in GROUPS}
    for name, spec in found.items():
        rows[next(heading for heading, has in GROUPS if has(spec))].append(row(name, spec))
    text = HEAD.format(count=len(found))
    for heading, below in rows.items():
        if below:
            text += "\n".join([f"\n## {heading}\n", *TABLE, *below]) + "\n"
    return text


def test_readme_of_the_gallery(golden) -> None:
    golden(EXAMPLES / "README.md", readme())


def test_every_example_says_what_it_is() -> None:
    for name, spec in specs().items():
        assert spec.summary, f"examples/{name}.yaml has no `summary`"
        assert spec.reference, f"examples/{name}.yaml has no `reference`"
