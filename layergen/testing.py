"""Checks for test suites: `check_layer` for one layer, `parametrize_with_checks` for a test of each layer and rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from layergen.check.registry import Rule, registered_rules
from layergen.check.report import rendered
from layergen.check.result import BLOCKED, ERROR, NOT_APPLICABLE, Report
from layergen.check.rules.legacy.unused_ignore import RULE as UNUSED
from layergen.check.silence import Declared
from layergen.check.subjects import Subject, described_structure, subject_of

__all__ = ["LayergenWarning", "check_layer", "parametrize_with_checks"]

Expected = Mapping[str, str]


class LayergenWarning(UserWarning):
    """A finding that is a risk, or a choice to declare, and no fault."""


def check_layer(
    layer_or_class: Any,
    inputs: Any = None,
    init: dict[str, Any] | None = None,
    *,
    call: dict[str, Any] | None = None,
    expected_failures: Expected | None = None,
    backends: Sequence[str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    strict: bool = False,
    timeout: float = 30.0,
) -> Report:
    """Checks one layer, and fails with the report if something is found or if it cannot be checked.

    Args:
        layer_or_class: A Keras layer class, or a layer, whose config then says how to make it.
        inputs: What the layer is called on: arrays, or shapes such as `"2, 8 float32"`, in lists or dicts as the
            layer takes them. Found out where it is left out.
        init: Constructor arguments; found out where they are left out.
        call: Further arguments of the call.
        expected_failures: Rules that are known to fail, with the reason. One that passes fails the test.
        backends, select, ignore, timeout: As in `layergen.check`.
        strict: Warnings fail the test too.

    Returns:
        The report.

    Example:
        def test_gate():
            check_layer(Gate, init={"units": 8}, inputs="2, 16 float32")
    """
    from layergen.check import check
    from layergen.check.choose import chosen_codes, rule_called

    subject = subject_of(layer_or_class, init)
    expected = {rule_called(code).rule.code: why for code, why in (expected_failures or {}).items()}
    chosen = chosen_codes(select)
    if chosen and expected:
        chosen += (UNUSED.code,)  # what tells of an expected failure that passes
    report = check(
        subject.target,
        backends=backends,
        init=subject.init,
        inputs=None if inputs is None else described_structure(inputs),
        call=call,
        select=chosen,
        ignore=chosen_codes(ignore),
        timeout=timeout,
        strict=strict,
        declared=Declared(expected=expected),
    )
    _raise_if_bad(report, expected)
    return report


def _raise_if_bad(report: Report, expected: Expected) -> None:
    """An AssertionError with the report as its text."""
    unexpected_passes = [
        finding
        for finding in report.findings
        if finding.rule == UNUSED.code and finding.line is None
    ]
    if report.exit_status or (expected and unexpected_passes):
        raise AssertionError("\n" + rendered(report, "text"))


def parametrize_with_checks(
    layers: Sequence[Any],
    *,
    expected_failures: Expected | Callable[[Any], Expected] | None = None,
    backends: Sequence[str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    strict: bool = False,
    timeout: float = 30.0,
) -> Any:
    """Decorates a test that takes `layer` and `check`, and makes it one test for each layer and rule.

    Args:
        layers: Layer classes, layers, or pairs of one with its inputs.
        expected_failures: Code → reason, for all layers, or a function that gives it for one. Such a test is
            expected to fail (xfail, strict): one that passes is reported.
        backends, select, ignore, strict, timeout: As in `check_layer`.

    Example:
        @parametrize_with_checks([Gate, (Pool(axis=1), "2, 5, 8 float32")])
        def test_layers(layer, check):
            check(layer)
    """
    import pytest

    from layergen.check.choose import chosen_codes, rule_called

    chosen, left_out = chosen_codes(select), chosen_codes(ignore)
    rules = [
        entry.rule
        for entry in registered_rules()
        if (not chosen or entry.rule.code.startswith(chosen))
        and not (left_out and entry.rule.code.startswith(left_out))
    ]
    parameters = []
    for entry in layers:
        layer, inputs = entry if isinstance(entry, tuple) else (entry, None)
        shared = SharedRun(subject_of(layer, None), inputs, backends, chosen, left_out, timeout, {})
        given = expected_failures(layer) if callable(expected_failures) else expected_failures or {}
        expected = {rule_called(code).rule.code: reason for code, reason in given.items()}
        parameters += [_parameter(layer, rule, shared, expected, strict) for rule in rules]
    return pytest.mark.parametrize(("layer", "check"), parameters)


def _parameter(layer: Any, rule: Rule, shared: SharedRun, expected: Expected, strict: bool) -> Any:
    """One rule on one layer; its group keeps a layer's tests in one worker of pytest-xdist."""
    import pytest

    marks = [pytest.mark.xdist_group(f"layergen:{shared.subject.target}")]
    if rule.code in expected:
        marks.append(pytest.mark.xfail(strict=True, reason=expected[rule.code]))
    name = f"{shared.subject.class_name}-{rule.code}-{rule.name}"
    return pytest.param(layer, JudgedRule(rule.code, shared, strict), id=name, marks=marks)


@dataclass(frozen=True)
class SharedRun:
    """One run of the checker that all rules of a layer share within a process."""

    subject: Subject
    inputs: Any
    backends: Sequence[str] | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    timeout: float
    done: dict[str, Report]

    def report(self) -> Report:
        from layergen.check import check

        if "report" not in self.done:
            self.done["report"] = check(
                self.subject.target,
                backends=self.backends,
                init=self.subject.init,
                inputs=None if self.inputs is None else described_structure(self.inputs),
                select=self.select,
                ignore=self.ignore,
                timeout=self.timeout,
            )
        return self.done["report"]


@dataclass(frozen=True)
class JudgedRule:
    """What a parametrized test calls with its layer: fails, warns or skips by what the rule says of it."""

    code: str
    shared: SharedRun
    strict: bool

    def __call__(self, layer: Any) -> None:
        judge_outcome(self.shared.report(), self.code, self.strict)


def judge_outcome(report: Report, code: str, strict: bool) -> None:
    """Turns what a report says of one rule into the outcome of a test."""
    import warnings

    import pytest

    told = only(report, code)
    counts = [f for f in told.findings if strict or f.severity == ERROR]
    if counts:
        page, _, _ = rendered(told, "text").rpartition("\n\n")  # without the counts of the one rule
        pytest.fail(page, pytrace=False)
    for finding in told.findings:
        text = f"{finding.rule} {finding.name}: {finding.message} {finding.fix}"
        warnings.warn(text, LayergenWarning, stacklevel=2)
    outcomes = [outcome for layer in told.layers for run in layer.runs for outcome in run.outcomes]
    for kind in (BLOCKED, NOT_APPLICABLE):
        reasons = [outcome.reason or "" for outcome in outcomes if outcome.outcome == kind]
        if reasons and len(reasons) == len(outcomes):
            pytest.skip(f"{kind}: {reasons[0]}")
    if report.problems and not outcomes:
        pytest.skip(f"not checked: {report.problems[0]}")


def only(report: Report, code: str) -> Report:
    """The part of a report that concerns one rule."""
    layers = tuple(
        replace(
            layer,
            runs=tuple(
                replace(
                    run,
                    outcomes=tuple(o for o in run.outcomes if o.rule == code),
                    findings=tuple(f for f in run.findings if f.rule == code),
                )
                for run in layer.runs
            ),
        )
        for layer in report.layers
    )
    return replace(report, layers=layers)
