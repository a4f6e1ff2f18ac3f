"""LG001: a function of Keras 2's backend that `keras.backend` no longer has."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.replacements import KERAS_BACKEND
from layergen.check.source.listing import MOST, and_more, first_line, listed
from layergen.check.source.names import places_of
from layergen.check.source.reach import unguarded

RULE = Rule(
    code="LG001",
    name="gone-from-keras-backend",
    severity="error",
    says="{written}: Keras 2's functions are gone from `keras.backend` in Keras 3.",
    why=(
        "The import succeeds and a functional model can even be built from the layer, because Keras 3 trusts "
        "compute_output_shape; it dies with an AttributeError when it is first run on data."
    ),
    fix="Write {instead}.",
)


def judge(source: Source) -> Iterator[Finding]:
    places = places_of(source, unguarded(source), "keras.backend.")
    gone = {name: nodes for name, nodes in places.items() if name in KERAS_BACKEND}
    if gone:
        yield RULE.finding(line=first_line(gone), **advice(gone))


def advice(gone: dict[str, list[ast.AST]]) -> dict[str, str]:
    """What is written where, and what to write instead, for `says` and `fix`."""
    written = {ast.unparse(nodes[0]): nodes for nodes in gone.values()}
    instead = [
        f"{KERAS_BACKEND[name]} for `{ast.unparse(nodes[0])}`" for name, nodes in gone.items()
    ]
    return {"written": listed(written), "instead": and_more(instead[:MOST], len(instead) - MOST)}
