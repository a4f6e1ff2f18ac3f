"""LG021: NumPy or SciPy applied to tensors in `call`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.backend_names import replacement
from layergen.check.source.flow import call_flow
from layergen.check.source.kinds import STATIC_FUNCTIONS, Kind
from layergen.check.source.listing import MOST, and_more, first_line, listed
from layergen.check.source.names import derives_from_keras_only, dotted
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG021",
    name="numpy-on-tensors",
    severity="warning",
    says="`call` applies NumPy to tensors: {written}.",
    why=(
        "NumPy needs numbers: in a compiled or functional model there are none yet and the line fails; where it "
        "runs, it cuts the gradient and leaves the device."
    ),
    fix="Write {instead}.",
)

LIBRARIES = ("numpy.", "scipy.")


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    flow = call_flow(source)
    places: dict[str, list[ast.AST]] = {}
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and id(node) not in guarded:
                name = dotted(source, node.func) or ""
                given = max((flow.kind(value) for value in _arguments(node)), default=Kind.STATIC)
                on_tensor = name.startswith(LIBRARIES) and given >= Kind.INPUT
                if on_tensor and name.rpartition(".")[2] not in STATIC_FUNCTIONS:
                    places.setdefault(name, []).append(node.func)
    if places:
        instead = [(replacement(name), ast.unparse(nodes[0])) for name, nodes in places.items()]
        known = [f"{ops} for `{written}`" for ops, written in instead if ops]
        yield RULE.finding(
            line=first_line(places),
            written=listed({ast.unparse(nodes[0]): nodes for nodes in places.values()}),
            instead=and_more(known[:MOST], len(known) - MOST) or "it with keras.ops",
        )


def _arguments(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(keyword.value for keyword in node.keywords)]
