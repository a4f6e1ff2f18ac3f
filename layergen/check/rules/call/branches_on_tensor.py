"""LG573 (read from the source): Python's `if`, `while`, `and`, `not` or `assert` on the value of a tensor in `call`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.flow import call_flow
from layergen.check.source.names import derives_from_keras_only
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG573",
    name="branches-on-tensor",
    severity="error",
    says="`call` decides with {statement} on the value of a tensor: `{written}`.",
    why=(
        "Under compilation a tensor has no value yet: TensorFlow and JAX raise, torch.compile breaks the graph, and a "
        "functional model cannot be built. Eagerly, one branch is taken for the whole batch."
    ),
    fix="{advice}",
)

WHERE = "Use keras.ops.where to choose for each element, or keras.ops.cond for the whole batch."
ADVICE = {
    "while": "Use keras.ops.while_loop, or a number of turns that is known beforehand.",
    "assert": "Check shapes and dtypes, which are known, and leave values to the caller.",
}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        for node in ast.walk(function):
            for statement, test in _tests(node):
                if flow.is_tensor(test) and id(test) not in guarded:
                    yield RULE.finding(
                        line=test.lineno,
                        statement=f"`{statement}`",
                        written=_shortened(ast.unparse(test)),
                        advice=ADVICE.get(statement, WHERE),
                    )


def _tests(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What Python asks for truth in a node."""
    if isinstance(node, ast.If | ast.IfExp):
        yield "if", node.test
    elif isinstance(node, ast.While):
        yield "while", node.test
    elif isinstance(node, ast.Assert):
        yield "assert", node.test
    elif isinstance(node, ast.comprehension):
        yield from (("if", test) for test in node.ifs)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
