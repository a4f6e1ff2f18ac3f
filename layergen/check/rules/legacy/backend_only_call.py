"""LG020: TensorFlow, PyTorch or JAX functions in the `call` of a layer that is written with Keras."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.backend_names import replacement
from layergen.check.source.listing import MOST, and_more, first_line, listed
from layergen.check.source.names import derives_from_keras_only, uses
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG020",
    name="backend-only-call",
    severity="warning",
    says="`call` runs on {backend} alone: it uses {written}.",
    why=(
        "A Keras layer runs on every backend as long as it keeps to keras.ops; on the others this one fails."
    ),
    fix="Write {instead}, or declare the backend by an ignore comment.",
)

TENSORS = ("Tensor", "Array", "ndarray")
BACKENDS = {"tensorflow": "TensorFlow", "torch": "PyTorch", "jax": "JAX"}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # what the project's own base class promises is not known here
    places: dict[str, list[ast.AST]] = {}
    for function in in_call(source):
        guarded = under_backend_test(source, function) | _annotations(function)
        for name, node in uses(source, ast.walk(function)):
            if id(node) not in guarded and _runs_on_one_backend(name):
                places.setdefault(name, []).append(node)
    if places:
        libraries = {BACKENDS[name.partition(".")[0]] for name in places}
        instead = [(replacement(name), ast.unparse(nodes[0])) for name, nodes in places.items()]
        known = [f"{ops} for `{written}`" for ops, written in instead if ops]
        yield RULE.finding(
            line=first_line(places),
            written=listed({ast.unparse(nodes[0]): nodes for nodes in places.values()}),
            backend=" and ".join(sorted(libraries)),
            instead=and_more(known[:MOST], len(known) - MOST) or "it with keras.ops",
        )


def _runs_on_one_backend(name: str) -> bool:
    library, _, rest = name.partition(".")
    if library not in BACKENDS or not rest or rest.startswith("keras"):
        return False
    first = rest.split(".")[-1]
    if first in TENSORS:
        return True  # who asks for it goes another way on the other backends
    # dtypes and rarer types that are only named do no harm: tf.float32, isinstance(x, tf.RaggedTensor)
    return not (
        first[:1].isupper()
        or first.rstrip("0123456789") in ("float", "int", "uint", "bool", "bfloat", "complex")
    )


def _annotations(function: ast.AST) -> set[int]:
    """Ids of the nodes in annotations and decorators, which do not run in the call."""
    found: set[int] = set()
    for node in ast.walk(function):
        outside = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        outside += getattr(node, "decorator_list", [])
        for part in outside:
            if isinstance(part, ast.AST):
                found.update(id(inner) for inner in ast.walk(part))
    return found
