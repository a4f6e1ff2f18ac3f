"""LG538: a cell that hands on its states in another order than it takes them in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG538",
    name="cell-states-reordered",
    severity="error",
    says="A step takes its states as {taken}, and gives them back as {given}.",
    why=(
        "At the next step each is read as the other. They have the same shape, so nothing raises: the layer even "
        "trains, with its memory exchanged at every step."
    ),
    fix="Return the new states in the order in which `call` unpacks them, which is that of `state_size`.",
)

# What tells a step's new state from the old one, and nothing of which state it is.
TIMES = re.compile(
    r"^(?:new|next|now|old|prev|previous|last|before|after|updated|final|current|curr|out|in|state|tm1|t|\d+)$"
)


def judge(source: Source) -> Iterator[Finding | NotApplicable]:
    call = source.method("call")
    taken = _taken(call) if call else []
    if len(taken) < 2:
        yield NotApplicable("no states are taken apart by name")
        return
    for statement in ast.walk(call):
        given = _given(call, statement)
        if _exchanged(taken, given):
            yield RULE.finding(
                line=statement.lineno, taken=", ".join(taken), given=", ".join(given)
            )
            return


def _taken(call: ast.FunctionDef) -> list[str]:
    """The names that the argument `states` is unpacked to, at once or one by one."""
    by_place: dict[int, str] = {}
    for statement in ast.walk(call):
        match statement:
            case ast.Assign(targets=[ast.Tuple(elts=parts) | ast.List(elts=parts)], value=value):
                if _is_states(value) and all(isinstance(part, ast.Name) for part in parts):
                    return [part.id for part in parts]
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Subscript(value=value, slice=ast.Constant(value=int(place))),
            ) if _is_states(value):
                by_place[place] = name
    return [by_place[place] for place in sorted(by_place)]


def _is_states(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in ("states", "state", "prev_states")


def _given(call: ast.FunctionDef, statement: ast.AST) -> list[str]:
    """The names in the list of states that this statement returns beside the output."""
    match statement:
        case ast.Return(value=ast.Tuple(elts=[_, states])):
            if isinstance(states, ast.Name):
                states = _last_value(call, states.id)
            if isinstance(states, ast.List | ast.Tuple):
                return [part.id if isinstance(part, ast.Name) else "" for part in states.elts]
    return []


def _last_value(call: ast.FunctionDef, name: str) -> ast.expr | None:
    found = None
    for statement in ast.walk(call):
        match statement:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                found = value
    return found


def _exchanged(taken: list[str], given: list[str]) -> bool:
    """Whether both hold the same states by their names, each of them once, in another order."""
    before, after = [_plain(name) for name in taken], [_plain(name) for name in given]
    return (
        before != after
        and sorted(before) == sorted(after)
        and len(set(before)) == len(before)
        and "" not in before
    )


def _plain(name: str) -> str:
    parts = [part for part in re.split(r"_|(?<=\D)(?=\d)", name.lower()) if part]
    return "_".join(part for part in parts if not TIMES.match(part))
