"""Puts evidence before the rules: outcomes and findings, root cause first. Pure; no Keras, no files."""

from __future__ import annotations

import os
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from layergen.check.registry import Blocked, NotApplicable, RegisteredRule
from layergen.check.result import (
    BLOCKED,
    ERROR,
    FOUND,
    NOT_APPLICABLE,
    PASSED,
    WARNING,
    Finding,
    Outcome,
)


@dataclass(frozen=True)
class Evidence:
    """What is known of one layer on one backend: records by type, and why other records are missing."""

    records: Mapping[type, Any]
    missing: Mapping[type, str]  # record type → "construct: ValueError: units must be positive"

    def reason(self, kind: type) -> str:
        return self.missing.get(kind, f"no probe recorded {kind.__name__}")


def judge(
    rules: Iterable[RegisteredRule], evidence: Evidence
) -> tuple[tuple[Outcome, ...], tuple[Finding, ...]]:
    """One outcome for each rule, in order of code, and the findings that remain after root causes took theirs."""
    rules = tuple(rules)
    outcomes: dict[str, Outcome] = {}
    findings: dict[str, list[Finding]] = {}
    for entry in rules:
        outcome, found = _apply(entry, evidence)
        outcomes[entry.rule.code] = outcome
        if found:
            findings[entry.rule.code] = found
    for code, cause in _explained(rules, findings).items():
        outcomes[code] = Outcome(code, BLOCKED, f"explained by {cause}")
        del findings[code]
    return tuple(outcomes.values()), tuple(
        finding for found in findings.values() for finding in found
    )


Judged = tuple[tuple[Outcome, ...], tuple[Finding, ...]]


def completed(plain: Judged, fuller: Judged, given: tuple[str, ...]) -> Judged:
    """What was judged without the optional tensors, with what only shows where they are given."""
    later = {outcome.rule: outcome for outcome in fuller[0]}
    outcomes, findings = [], list(plain[1])
    names = " and ".join(f"`{name}`" for name in given)
    for outcome in plain[0]:
        new = later[outcome.rule]
        undecided = outcome.outcome == NOT_APPLICABLE and new.outcome == PASSED
        if undecided or (outcome.outcome in (PASSED, NOT_APPLICABLE) and new.outcome == FOUND):
            outcome = new
        outcomes.append(outcome)
    known = {finding.rule for finding in findings}
    changed = {outcome.rule for outcome in outcomes if outcome.outcome == FOUND} - known
    for finding in fuller[1]:
        if finding.rule in changed:
            message = f"{finding.message.rstrip('.')} (with {names} given)."
            findings.append(replace(finding, message=message))
    return tuple(outcomes), tuple(sorted(findings, key=lambda finding: finding.rule))


def _apply(entry: RegisteredRule, evidence: Evidence) -> tuple[Outcome, list[Finding]]:
    code = entry.rule.code
    given: dict[str, Any] = {}
    for name, wanted in entry.needs.items():
        kind, optional = wanted_type(wanted)
        if kind not in evidence.records and not optional:
            return Outcome(code, BLOCKED, evidence.reason(kind)), []
        given[name] = evidence.records.get(kind)
    try:
        said = list(entry.judge(**given))
    except Exception as error:
        if os.environ.get("LAYERGEN_DEBUG"):
            raise
        # A rule that breaks on strange evidence is our bug; the other rules still have their say.
        return Outcome(code, BLOCKED, f"bug in the rule: {type(error).__name__}: {error}"), []
    found = [item for item in said if isinstance(item, Finding)]
    if found:
        return Outcome(code, FOUND), list(dict.fromkeys(found))
    for item in said:
        if isinstance(item, Blocked):
            return Outcome(code, BLOCKED, item.reason), []
        if isinstance(item, NotApplicable):
            return Outcome(code, NOT_APPLICABLE, item.reason), []
    return Outcome(code, PASSED), []


def wanted_type(wanted: Any) -> tuple[type, bool]:
    """The record type that a judge's parameter asks for, and whether it copes without (`Built | None`)."""
    if isinstance(wanted, types.UnionType) or typing.get_origin(wanted) is typing.Union:
        kinds = [kind for kind in typing.get_args(wanted) if kind is not type(None)]
        return kinds[0], True
    return wanted, False


def _explained(rules: Iterable[RegisteredRule], findings: Mapping[str, Any]) -> dict[str, str]:
    """Found rules whose cause is found too → that cause. Where two explain each other, the lower code stays.

    A warning does not explain an error away: what is surely wrong stays to be seen.
    """
    severity = {entry.rule.code: entry.rule.severity for entry in rules}
    causes = {
        entry.rule.code: entry.rule.explained_by for entry in rules if entry.rule.code in findings
    }
    explained: dict[str, str] = {}
    for code, candidates in causes.items():
        for cause in candidates:
            mutual = code in causes.get(cause, ()) and code < cause
            milder = severity.get(cause) == WARNING and severity[code] == ERROR
            if cause in findings and cause != code and not mutual and not milder:
                explained[code] = cause
                break
    left = {code: found for code, found in findings.items() if code not in explained}
    return explained | _raised_before(left)


def _raised_before(findings: Mapping[str, list[Finding]]) -> dict[str, str]:
    """Rules that tell the exception of another rule over again, from the same line → that rule, an error where there is one."""
    first: dict[tuple[int, str], str] = {}
    again: dict[str, str] = {}
    by_severity = sorted(findings.items(), key=lambda entry: entry[1][0].severity != ERROR)
    for code, found in by_severity:
        told = [(finding.line, finding.raised) for finding in found]
        known = [first.get(one) for one in told if None not in one]
        if known and None not in known and len(known) == len(told):
            again[code] = known[0]
        else:
            first.update({one: code for one in told if one not in first})
    return again
