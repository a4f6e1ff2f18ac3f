"""LG576 (read from the source): `x[0] = …` on a tensor in `call`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.flow import Flow, call_flow
from layergen.check.source.names import derives_from_keras_only
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG576",
    name="item-assignment",
    severity="error",
    says="`call` assigns into a tensor: `{written}`.",
    why=(
        "Tensors of TensorFlow and JAX cannot be changed and raise a TypeError. PyTorch changes the tensor in place, "
        "the caller's own one included."
    ),
    fix="Use keras.ops.where, keras.ops.slice_update or keras.ops.scatter_update, which return a new tensor.",
)


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        for node in ast.walk(function):
            if isinstance(node, ast.Assign | ast.AugAssign) and id(node) not in guarded:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if _writes_into_tensor(flow, target):
                        yield RULE.finding(line=node.lineno, written=ast.unparse(target) + " = ...")


def _writes_into_tensor(flow: Flow, target: ast.expr) -> bool:
    """`x[…] = ` where x is a tensor; with a text between the brackets it is a dict."""
    if not isinstance(target, ast.Subscript) or not flow.is_tensor(target.value):
        return False
    return not (isinstance(target.slice, ast.Constant) and isinstance(target.slice.value, str))
