"""Rules: what one is, where they are found, and how evidence is put before them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_type_hints

from layergen.check.result import Finding


@dataclass(frozen=True)
class NotApplicable:
    """What a judge yields when its question makes no sense for this layer; `reason` is printed."""

    reason: str


@dataclass(frozen=True)
class Blocked:
    """What a judge yields when the evidence could not be had, for a reason that is not the layer's."""

    reason: str


@dataclass(frozen=True)
class Rule:
    """What a rule claims, in one place: every listing, explanation and README row is printed from here.

    Args:
        code: `LG` and three digits; the hundreds are the family; never reused.
        name: The fault, in kebab-case.
        severity: `error`: a fault whatever the layer is for; `warning`: a risk, or a choice to declare.
        says: The fact, one sentence, a format string over the values given to `finding`.
        why: What the user loses, in two or three sentences.
        fix: The action, one sentence, a format string over the same values.
        explained_by: Codes whose finding explains this one: it is then blocked by that cause, not listed again.
    """

    code: str
    name: str
    severity: Literal["error", "warning"]
    says: str
    why: str
    fix: str
    explained_by: tuple[str, ...] = ()

    def finding(self, line: int | None = None, **values: Any) -> Finding:
        """One finding of this rule, with `says` and `fix` filled from `values`."""
        return Finding(
            rule=self.code,
            name=self.name,
            severity=self.severity,
            message=self.says.format(**values),
            fix=self.fix.format(**values),
            line=line,
            raised=(
                "{type}: {message}".format(**values) if {"type", "message"} <= {*values} else None
            ),
        )


Judge = Callable[..., Iterator[Finding | NotApplicable]]


@dataclass(frozen=True)
class RegisteredRule:
    """A rule with its judge and the evidence that the judge's parameter types ask for."""

    rule: Rule
    judge: Judge
    needs: dict[str, type]
    family: str


@cache
def registered_rules() -> tuple[RegisteredRule, ...]:
    """Every rule under `check/rules/<family>/<name>.py`, by code."""
    from layergen.check import rules

    found = []
    for info in pkgutil.walk_packages(rules.__path__, rules.__name__ + "."):
        if info.ispkg:
            continue
        module = importlib.import_module(info.name)
        if not hasattr(module, "RULE"):
            continue
        hints = get_type_hints(module.judge)
        hints.pop("return", None)
        found.append(RegisteredRule(module.RULE, module.judge, hints, info.name.split(".")[-2]))
    return tuple(sorted(found, key=lambda entry: entry.rule.code))
