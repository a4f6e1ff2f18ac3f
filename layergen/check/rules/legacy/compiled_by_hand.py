"""LG013: `@tf.function` or another compiler on a method of the layer."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import dotted
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG013",
    name="compiled-by-hand",
    severity="warning",
    says="`{method}` is decorated with `{decorator}`.",
    why=(
        "Keras compiles the whole training and prediction step itself. A second compiler inside retraces on Python "
        "arguments such as `training`, hides state changes, and ties the layer to one backend."
    ),
    fix="Take the decorator off, and let compile(jit_compile=...) decide.",
)

COMPILERS = ("tensorflow.function", "jax.jit", "torch.compile", "torch.jit.script", "tensorflow.compat.v1.function",
             "jax.pmap", "jax.vmap", "torch.no_grad", "tensorflow.autograph")  # fmt: skip


def judge(source: Source) -> Iterator[Finding]:
    for name, method in methods(source).items():
        for mark in method.decorator_list:
            function = mark.func if isinstance(mark, ast.Call) else mark
            full = dotted(source, function) or ""
            if full.endswith("functools.partial") and isinstance(mark, ast.Call) and mark.args:
                full = dotted(source, mark.args[0]) or ""
            if full.startswith(COMPILERS):
                yield RULE.finding(line=mark.lineno, method=name, decorator="@" + ast.unparse(mark))
