"""LG017: a method or an attribute that tensors have on some backends only."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.backend_names import replacement
from layergen.check.source.flow import call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.listing import also_on
from layergen.check.source.names import derives_from_keras_only
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG017",
    name="backend-only-method",
    severity="warning",
    says="`{written}`: only {who} have `{name}`{also}.",
    why="A tensor is the backend's own object. What keras.ops does is there on every backend; its methods are not.",
    fix="Write {advice}.",
    explained_by=("LG020", "LG021", "LG574"),
)

# TensorFlow's tensors have none of these.
OF_JAX_AND_TORCH = {"T", "mT", "all", "any", "argmax", "argmin", "argsort", "clip", "cumprod", "cumsum", "diagonal",
                    "dot", "flatten", "max", "mean", "min", "prod", "ravel", "reshape", "round", "sort", "squeeze", "std",
                    "sum", "swapaxes", "transpose", "var"}  # fmt: skip
OF_TORCH = {"abs", "add_", "argwhere", "bmm", "bool", "broadcast_to", "chunk", "clamp", "clone", "contiguous", "cos", "detach",
            "double", "eq", "exp", "expand", "expand_as", "flip", "float", "gather", "ge", "gt", "half", "index_select",
            "int", "isnan", "le", "log", "logical_not", "log_softmax", "long", "lt", "masked_fill", "matmul", "mul", "mul_",
            "narrow", "new_zeros", "norm", "permute", "pow", "relu", "requires_grad_", "roll", "rsqrt", "scatter", "sigmoid",
            "sin", "softmax", "split", "sqrt", "square", "sub", "t", "tanh", "tile", "to", "topk", "type_as", "unbind",
            "unflatten", "unfold", "unsqueeze", "view", "where"}  # fmt: skip
OF_JAX = {"astype", "at"}
WHO = (
    (OF_JAX_AND_TORCH, "tensors of JAX and PyTorch"),
    (OF_TORCH, "tensors of PyTorch"),
    (OF_JAX, "arrays of JAX"),
)
PROPERTIES = ("T", "mT", "at")  # the others are called
ADVICE = {
    "T": "keras.ops.transpose",
    "astype": "keras.ops.cast",
    "at": "keras.ops.slice_update",
    "float": "keras.ops.cast",
}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on one backend by intent
    flow = call_flow(source)
    found: list[ast.Attribute] = []
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        called = {id(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
        for node in ast.walk(function):
            if not isinstance(node, ast.Attribute) or id(node) in guarded or not _who(node.attr):
                continue
            used = id(node) in called or node.attr in PROPERTIES
            if used and flow.kind(node.value) >= Kind.INPUT:
                found.append(node)
    if found:
        found.sort(key=lambda node: node.lineno)
        node = found[0]
        advice = ADVICE.get(node.attr) or replacement(f"torch.{node.attr}") or "it with keras.ops"
        yield RULE.finding(
            line=node.lineno,
            written=ast.unparse(node),
            who=_who(node.attr),
            name=node.attr,
            advice=advice,
            also=also_on(found[1:]),
        )


def _who(name: str) -> str | None:
    """Whose tensors have it."""
    return next((who for names, who in WHO if name in names), None)
