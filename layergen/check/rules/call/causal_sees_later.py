"""LG546: a layer that calls itself causal lets a step see later ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG546",
    name="causal-sees-later",
    severity="warning",
    says="By its own words it is causal; with other numbers in the last steps alone, the steps before them come out differently.",
    why=(
        "A causal layer computes each step from those up to it. Trained to predict what comes next, one that sees it "
        "learns to copy it, and has nothing to copy when it is used."
    ),
    fix="Hide later steps before the softmax, along the axis of the keys; pad convolutions on the left only; shift what is looked back at.",
    explained_by=("LG507", "LG508"),
)
CAUSAL = re.compile(
    r"(?<!non-)(?<!non)(?<!not )(?<!without )(?<!a)causal(?! (?:effect|inference|graph|discovery|model))"
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not _says_causal(source.class_node):
        yield NotApplicable("it does not say that it is causal")
    elif not masking.keeps_steps:
        yield NotApplicable("no step of the output for each of the input")
    elif masking.sees_later:
        yield RULE.finding(line=method_line(source, "call"))


def _says_causal(node: ast.ClassDef) -> bool:
    """By its name or the first lines of its docstring, and not only where an argument is set."""
    summary = (ast.get_docstring(node) or "").split("\n\n")[0].lower()
    if not (node.name.startswith("Causal") or CAUSAL.search(summary)):
        return False
    return not any(
        "causal" in argument.arg
        for method in node.body
        if isinstance(method, ast.FunctionDef)
        for argument in [*method.args.args, *method.args.kwonlyargs]
    )
