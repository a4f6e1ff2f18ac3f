"""Rule: the layer says that it is built before its own build ran."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG413",
    name="build-never-called",
    severity="error",
    says="the layer has a build method that Keras never calls: it is marked as built already after construction",
    why="What build makes is missing. The constructor, or the base class's, sets self.built = True.",
    fix="Leave self.built alone in the constructor.",
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    written = source.method("build")
    if not building.own_build or written is None:
        yield NotApplicable("the class writes no build of its own")
        return
    if building.built_before and not building.build_called and _does_something(written):
        yield RULE.finding(
            line=attribute_line(source, "built", "__init__") or method_line(source, "build")
        )


def _does_something(build: object) -> bool:
    """A build that only marks the layer as built, or calls its parent, is not missed."""
    import ast

    assert isinstance(build, ast.FunctionDef)
    for statement in build.body:
        text = ast.unparse(statement)
        is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not (is_docstring or text in ("pass", "self.built = True") or text.startswith("super(")):
            return True
    return False
