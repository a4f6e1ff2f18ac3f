"""Judging evidence made by hand: outcomes, missing evidence, root causes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from layergen.check.evidence import Built, Constructed
from layergen.check.judge import Evidence, completed, judge
from layergen.check.registry import NotApplicable, RegisteredRule, Rule, registered_rules
from layergen.check.result import Finding


def rule(
    code: str,
    judged: Callable,
    needs: dict[str, type] | None = None,
    explained_by: tuple[str, ...] = (),
) -> RegisteredRule:
    made = Rule(code, code.lower(), "error", "says", "why", "fix", explained_by)
    return RegisteredRule(made, judged, needs or {}, "construct")


def finds(code: str) -> Callable:
    def judged(**_: object) -> Iterator[Finding]:
        yield Finding(code, code.lower(), "error", "says", "fix", 3)

    return judged


def silent(**_: object) -> Iterator[Finding]:
    yield from ()


def outcomes(rules: list[RegisteredRule], evidence: Evidence) -> dict[str, tuple[str, str | None]]:
    judged, _ = judge(rules, evidence)
    return {outcome.rule: (outcome.outcome, outcome.reason) for outcome in judged}


def test_a_rule_passes_finds_or_does_not_apply() -> None:
    def not_applicable(**_: object) -> Iterator[NotApplicable]:
        yield NotApplicable("it has no weights")

    rules = [rule("LG101", silent), rule("LG102", finds("LG102")), rule("LG103", not_applicable)]
    assert outcomes(rules, Evidence({}, {})) == {
        "LG101": ("passed", None),
        "LG102": ("found", None),
        "LG103": ("not-applicable", "it has no weights"),
    }


def test_missing_evidence_blocks_and_names_the_probe() -> None:
    evidence = Evidence({Constructed: Constructed()}, {Built: "build: ValueError: no"})
    rules = [rule("LG401", silent, {"built": Built}), rule("LG101", silent, {"made": Constructed})]
    assert outcomes(rules, evidence) == {
        "LG401": ("blocked", "build: ValueError: no"),
        "LG101": ("passed", None),
    }


def test_a_rule_may_cope_without_a_record() -> None:
    seen = []

    def judged(built: Built | None) -> Iterator[Finding]:
        seen.append(built)
        yield from ()

    assert outcomes([rule("LG401", judged, {"built": Built | None})], Evidence({}, {})) == {
        "LG401": ("passed", None)
    }
    assert seen == [None]


def test_a_cause_takes_the_findings_that_it_explains() -> None:
    rules = [
        rule("LG101", finds("LG101")),
        rule("LG501", finds("LG501"), explained_by=("LG101", "LG102")),
    ]
    judged, findings = judge(rules, Evidence({}, {}))
    assert [finding.rule for finding in findings] == ["LG101"]
    assert [(one.outcome, one.reason) for one in judged] == [
        ("found", None),
        ("blocked", "explained by LG101"),
    ]


def test_one_exception_at_one_line_is_told_once() -> None:
    def raises(code: str, line: int, message: str) -> RegisteredRule:
        made = Rule(code, code.lower(), "error", "raises {type}: {message}", "why", "fix")

        def judged(**_: object) -> Iterator[Finding]:
            yield made.finding(line=line, type="ValueError", message=message)

        return RegisteredRule(made, judged, {}, "construct")

    rules = [raises("LG201", 3, "no"), raises("LG901", 3, "no"), raises("LG902", 4, "no")]
    told = outcomes([*rules, raises("LG903", 3, "other")], Evidence({}, {}))
    assert told["LG901"] == ("blocked", "explained by LG201")
    assert [told[code][0] for code in ("LG201", "LG902", "LG903")] == ["found"] * 3


def test_two_rules_that_explain_each_other_do_not_both_vanish() -> None:
    rules = [
        rule("LG101", finds("LG101"), explained_by=("LG102",)),
        rule("LG102", finds("LG102"), explained_by=("LG101",)),
    ]
    _, findings = judge(rules, Evidence({}, {}))
    assert [finding.rule for finding in findings] == ["LG101"]


def test_a_rule_that_breaks_is_blocked_and_the_others_are_judged() -> None:
    def breaks(**_: object) -> Iterator[Finding]:
        raise KeyError("x")

    judged = outcomes([rule("LG101", breaks), rule("LG102", silent)], Evidence({}, {}))
    assert judged["LG101"] == ("blocked", "bug in the rule: KeyError: 'x'")
    assert judged["LG102"] == ("passed", None)


def test_every_cause_that_a_rule_names_exists() -> None:
    codes = {entry.rule.code for entry in registered_rules()}
    for entry in registered_rules():
        unknown = set(entry.rule.explained_by) - codes
        assert (
            not unknown
        ), f"{entry.rule.code} is explained by {sorted(unknown)}, which no rule has"


def test_what_only_shows_with_optional_tensors_is_added_and_says_so() -> None:
    def not_applicable(**_: object) -> Iterator[NotApplicable]:
        yield NotApplicable("it is not given")

    names = ("LG101", "LG102", "LG103", "LG104")
    nothing = Evidence({}, {})
    plain = judge(map(rule, names, (silent, finds("LG102"), not_applicable, silent)), nothing)
    fuller = judge(map(rule, names, (finds("LG101"), finds("LG102"), silent, silent)), nothing)
    judged, findings = completed(plain, fuller, ("context", "mask"))
    assert [one.outcome for one in judged] == ["found", "found", "passed", "passed"]
    assert [(one.rule, one.message) for one in findings] == [
        ("LG101", "says (with `context` and `mask` given)."),
        ("LG102", "says"),
    ]
