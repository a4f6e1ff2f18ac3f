"""Rule: an argument is kept, perhaps saved, and nothing reads it."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import ignored
from layergen.check.rules.reads import unread_arguments

RULE = Rule(
    code="LG128",
    name="argument-does-nothing",
    severity="warning",
    says="{argument} does nothing: no method reads it{seen}",
    why="Whoever sets it believes that it matters. Either the code that should use it is missing, or the argument is.",
    fix="Use {argument} where it is meant, or take it out of the constructor.",
)
TOLD = ("regularizer", "constraint", "initializer", "activation", "seed")


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    changed = {item.argument: item for item in arguments.changed}
    named = {item.argument for kind in TOLD for item in ignored(arguments, source, kind)}
    named |= {item.argument for item in arguments.seeded if item.random}
    for argument, line in unread_arguments(source).items():
        item = changed.get(argument)
        has_effect = item is not None and bool(item.effects)
        if (
            argument in named
            or has_effect
            or (item is not None and item.kind == "bool" and argument.endswith("bias"))
        ):
            continue
        seen = (
            f", and {item.value} gives what {item.before} gives"
            if item is not None and item.called
            else ""
        )
        yield RULE.finding(line=line, argument=argument, seen=seen)
