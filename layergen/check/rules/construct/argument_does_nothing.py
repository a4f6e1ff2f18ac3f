"""Rule: an argument is kept, perhaps saved, and nothing reads it."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Changed, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import ignored, line_of
from layergen.check.rules.reads import unread_arguments

RULE = Rule(
    code="LG128",
    name="argument-does-nothing",
    severity="warning",
    says="{argument} does nothing: nothing reads it{seen}",
    why="Whoever sets it believes that it matters. Either the code that should use it is missing, or the argument is.",
    fix="Use {argument} where it is meant, or take it out of the constructor.",
)
TOLD = ("regularizer", "constraint", "initializer", "activation", "seed")


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    changed = {item.argument: item for item in arguments.changed}
    named = {item.argument for kind in TOLD for item in ignored(arguments, source, kind)}
    named |= {item.argument for item in arguments.seeded if item.random}
    unread = unread_arguments(source)
    gone = {name: line_of(source, name) for name, item in changed.items() if vanished(item)}
    for argument, line in {**gone, **unread}.items():
        item = changed.get(argument)
        has_effect = item is not None and bool(item.effects)
        is_bias = item is not None and item.kind == "bool" and argument.endswith("bias")
        if argument in named or has_effect or is_bias:
            continue
        told = item is not None and item.called
        seen = f", and {item.value} gives what {item.before} gives" if item and told else ""
        yield RULE.finding(line=line, argument=argument, seen=seen)


def vanished(item: Changed) -> bool:
    """Whether another value leaves no trace: no attribute, no config, no weight and no output is another one."""
    # None stands for a default, and the value that was tried may be that very default.
    if item.before == "null" or item.kind not in ("number", "bool", "text") or not item.called:
        return False
    return not (item.moved or item.effects or item.config_moved)
