"""LG614: a weight that looks like a constant or like state is trainable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import weight_line
from layergen.check.source.said_fixed import said_fixed

RULE = Rule(
    code="LG614",
    name="constant-is-trainable",
    severity="warning",
    says="The weight `{weight}` is trainable, and {sign}.",
    why=(
        "The optimizer moves it: a pattern of zeros and ones grows back, a fixed table or an "
        "average drifts."
    ),
    fix=(
        "Make it with `self.add_weight(..., trainable=False)`; if it is meant to learn, give "
        "it another name or silence this rule with a reason."
    ),
    explained_by=("LG605",),
)


NAMES = re.compile(
    r"(^|_)(fixed|frozen|constant|const|running|moving|ema|buffer|counter|num_calls|steps_seen|connectivity|adjacency)(_|$)|_mask$|^mask$"
)


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if not any(one.trainable for one in gradients.weights):
        yield NotApplicable("no trainable weights")
    for one in gradients.weights:
        name = one.path.rpartition("/")[2]
        if not one.trainable or one.moved:
            continue
        if one.pattern:
            sign = "it starts as a pattern of zeros and ones"
        elif NAMES.search(name):
            sign = "its name says that it does not learn"
        elif words := said_fixed(source, name):
            sign = f'the docstring says "{words}"'
        else:
            continue
        yield RULE.finding(line=weight_line(source, one.path), weight=one.path, sign=sign)
