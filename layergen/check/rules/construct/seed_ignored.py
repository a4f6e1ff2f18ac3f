"""Rule: a seed is taken, and the random numbers do not depend on it."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import line_of

RULE = Rule(
    code="LG126",
    name="seed-argument-ignored",
    severity="error",
    says="two layers with the same {argument} draw {how}",
    why="A seed is given so that a run can be repeated. It cannot be repeated here, and nothing says so.",
    fix="Give it to what draws: keras.random.SeedGenerator(self.{argument}) or the sublayer's seed.",
    explained_by=("LG523",),
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    if not arguments.seeded:
        yield NotApplicable("the constructor takes no seed")
    for item in arguments.seeded:
        # A layer that draws some numbers with the seed and some without is another rule's finding.
        if item.random and not item.differs:
            how = "the same numbers as with another one" if item.repeats else "different numbers"
            yield RULE.finding(line=line_of(source, item.argument), argument=item.argument, how=how)
