"""The report for a person at a terminal: the reason first, then where, the fix, and how the layer was driven."""

from __future__ import annotations

from layergen.check.report import Style
from layergen.check.report.merged import Told, counted, layer_counts, merged, severities, undriven
from layergen.check.report.paint import Page, clean
from layergen.check.report.pinned import driven_as, pin_command
from layergen.check.result import BLOCKED, ERROR, LayerReport, Report

MOST_TRIED = 5


def render(report: Report, style: Style) -> str:
    page = Page(style)
    elsewhere: dict[tuple, str] = {}  # findings that an earlier class of the same file has told
    checked = [layer for layer in report.layers if layer.skipped is None]
    for layer in checked:
        _layer(page, layer, elsewhere, pin=len(checked) == 1)
    _skipped(page, report)
    for problem in report.problems:
        page.line(page.bad("not checked: ") + clean(problem), hang=4)
    if page.lines and page.lines[-1]:
        page.blank()
    _summary(page, report, len(checked))
    return "\n".join(page.lines) + "\n"


def _layer(page: Page, layer: LayerReport, elsewhere: dict[tuple, str], pin: bool) -> None:
    told = merged(layer)
    new = [item for item in told if _is_new(layer, item, elsewhere)]
    failed = undriven(layer)
    if not told and not failed and not layer_counts(layer)[BLOCKED]:
        if page.style.show_passed:
            page.line(
                f"{page.good(page.mark('passed'))} {page.strong(layer.class_name)}: {_reason_passed(layer)}"
            )
            _driven(page, layer, pin)
            page.blank()
        return
    for number, item in enumerate(new):
        _finding(page, layer, item, first=number == 0)
    known = [item for item in told if item not in new]
    if known and not new:
        page.line(f"{page.bad(page.mark('found'))} {page.strong(layer.class_name)}: as told above")
    for item in known:
        classes = elsewhere[_key(layer, item)]
        page.line(f"{item.finding.rule} {item.finding.name}: told above with {classes}", indent=4)
    if failed and not told:
        _undriven(page, layer, failed)
    elif not told:
        mark = page.warn(page.mark("blocked"))
        page.line(f"{mark} {page.strong(layer.class_name)}: not all of it could be judged", hang=2)
    if not failed or told:
        _driven(page, layer, pin or not told or any(i.finding.severity == ERROR for i in told))
    _blocked(page, layer)
    page.blank()


def _finding(page: Page, layer: LayerReport, told: Told, first: bool) -> None:
    finding = told.finding
    is_error = finding.severity == ERROR
    mark = page.bad(page.mark("found")) if is_error else page.warn(page.mark("warning"))
    title = page.strong(f"{layer.class_name}: ") if first else ""
    page.line(f"{mark} {title}{clean(finding.message)}", hang=2)
    where = "" if told.everywhere else f", on {', '.join(told.backends)} only"
    place = f"{layer.file}:{finding.line or layer.line}"
    page.line(page.faint(f"{place}  {finding.severity} {finding.rule} {finding.name}{where}"), 4)
    page.line(f"fix: {clean(finding.fix)}", indent=4, hang=5)


def _undriven(page: Page, layer: LayerReport, backends: tuple[str, ...]) -> None:
    mark = page.warn(page.mark("blocked"))
    reason = _why_undriven(layer)
    page.line(
        f"{mark} {page.strong(layer.class_name)}: could not be built and called: {clean(reason)}",
        hang=2,
    )
    page.line(page.faint(f"{layer.file}:{layer.line}  on {', '.join(backends)}"), indent=4)
    tried = next((run.tried for run in layer.runs if run.tried), ())
    for attempt in tried[:MOST_TRIED]:
        page.line(f"tried {clean(attempt)}", indent=4, hang=6)
    if len(tried) > MOST_TRIED:
        page.line(page.faint(f"and {len(tried) - MOST_TRIED} attempts more"), indent=4)
    if not tried:
        return  # it could not even be imported: no arguments help
    page.line("say how, for example:", indent=4)
    start = next((run.start_from for run in layer.runs if run.start_from), "")
    for line in pin_command(layer, start, page.style.width):
        page.raw("      " + line)


def _why_undriven(layer: LayerReport) -> str:
    """The reason that most rules were blocked by, which is what stopped the drive."""
    reasons = [
        o.reason for run in layer.runs for o in run.outcomes if o.outcome == BLOCKED and o.reason
    ]
    return max(reasons, key=reasons.count, default="nothing that was tried worked")


def _driven(page: Page, layer: LayerReport, pin: bool) -> None:
    if any(run.in_part for run in layer.runs):
        page.line(page.faint("of the file only what the class needs was run"), indent=4, hang=2)
    for driven, backends in driven_as(layer):
        page.line(page.faint(f"driven {clean(driven)} on {', '.join(backends)}"), indent=4, hang=2)
    if pin and any(run.driven for run in layer.runs):
        drive = next(run.driven for run in layer.runs if run.driven)
        if drive.how not in ("flags", "pyproject", "spec"):
            page.line(page.faint("to pin it:"), indent=4)
            for line in pin_command(layer, drive.pin, page.style.width):
                page.raw("      " + line)


def _blocked(page: Page, layer: LayerReport) -> None:
    """How many rules could not be judged, by what stopped them."""
    reasons: dict[str, set[str]] = {}
    for run in layer.runs:
        for outcome in run.outcomes:
            if outcome.outcome == BLOCKED:
                reasons.setdefault(outcome.reason or "unknown", set()).add(outcome.rule)
    told = _why_undriven(layer) if undriven(layer) and not merged(layer) else None
    for reason, rules in sorted(reasons.items(), key=lambda pair: -len(pair[1])):
        plural = "rule" if len(rules) == 1 else "rules"
        because = " by it" if reason == told else f": {clean(reason)}"
        page.line(page.faint(f"{len(rules)} {plural} blocked{because}"), indent=4, hang=2)


def _skipped(page: Page, report: Report) -> None:
    skipped = [layer for layer in report.layers if layer.skipped is not None]
    for layer in skipped:
        page.line(page.faint(f"- {layer.class_name}: not checked, {layer.skipped}"), hang=2)
    if skipped:
        page.blank()


def _reason_passed(layer: LayerReport) -> str:
    counts = layer_counts(layer)
    return f"{counts['passed']} passed, {counts['not-applicable']} not applicable"


def _is_new(layer: LayerReport, told: Told, elsewhere: dict[tuple, str]) -> bool:
    return elsewhere.setdefault(_key(layer, told), layer.class_name) == layer.class_name


def _key(layer: LayerReport, told: Told) -> tuple:
    finding = told.finding
    if finding.line is None or not finding.message:
        return (layer.target, finding.rule, finding.message)
    return (layer.file, finding.rule, finding.line, finding.message)


def _summary(page: Page, report: Report, checked: int) -> None:
    backends = list(dict.fromkeys(run.backend for layer in report.layers for run in layer.runs))
    what = f"{checked} layer{'' if checked == 1 else 's'}"
    on = f" on {', '.join(backends)}" if backends else ""
    kinds = severities(told.finding for layer in report.layers for told in merged(layer))
    time = f", {page.style.seconds:.1f}s" if page.style.seconds is not None else ""
    paint = {0: page.good, 1: page.bad}.get(report.exit_status, page.warn)
    if not checked:
        page.line(paint("nothing was checked"))
        return
    verdict = kinds or ("clean" if report.exit_status == 0 else "not everything could be checked")
    page.line(f"{paint(verdict)} in {what}{on}: {counted(report.counts)}{time}", hang=2)
