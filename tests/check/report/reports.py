"""Reports made by hand, with something of everything that a report can say."""

from __future__ import annotations

from layergen.check.result import Driven, Finding, LayerReport, Outcome, Report, Run

INPUT = {"shape": [2, 5, 16], "dtype": "float32"}
VERSIONS = {"keras": "3.15.1"}

SHAPE = Finding(
    rule="LG203",
    name="output-shape-differs",
    severity="error",
    message="For inputs (2, 5, 16) the shape (2, 5, 16) is promised, and (2, 5, 8) comes out.",
    fix="Make `compute_output_shape` return what `call` returns: here (2, 5, 8).",
    line=31,
)
PRINTS = Finding(
    rule="LG572",
    name="prints-in-call",
    severity="warning",
    message="`call` prints (also on lines 40 and 44).",
    fix="Take the line out, or print from a callback.",
    line=38,
)
ONLY_JAX = Finding(
    rule="LG501",
    name="call-fails",
    severity="error",
    message="The call raises TypeError: 'NoneType' object is not iterable <&\x07\x1b[31m>.",
    fix="Return a tensor from `call`.",
    line=25,
)


def outcomes(found: tuple[str, ...] = (), blocked: str | None = None) -> tuple[Outcome, ...]:
    rules = ("LG001", "LG203", "LG305", "LG501", "LG572", "LG801")
    return tuple(
        (
            Outcome(rule, "found")
            if rule in found
            else (
                Outcome(rule, "blocked", blocked)
                if blocked and rule in ("LG305", "LG801")
                else (
                    Outcome(rule, "not-applicable", "the layer supports no masks")
                    if rule == "LG801"
                    else Outcome(rule, "passed")
                )
            )
        )
        for rule in rules
    )


def run(
    backend: str, *findings: Finding, blocked: str | None = None, driven: bool = True, **more
) -> Run:
    how = Driven(
        how="inferred",
        init={"units": 8, "activation": "relu", "pool": {"$tuple": [2, 2]}},
        inputs=[INPUT],
        call={"training": True},
        pin='--init \'{"units": 8}\' --input \'{"shape": [2, 5, 16], "dtype": "float32"}\'',
    )
    return Run(
        backend=backend,
        versions={**VERSIONS, backend: "1.0"},
        seconds=1.25,
        driven=how if driven else None,
        outcomes=outcomes(tuple(f.rule for f in findings), blocked),
        findings=findings,
        **more,
    )


def layer(
    name: str, *runs: Run, file: str = "layers/gate.py", line: int = 9, skipped=None
) -> LayerReport:
    return LayerReport(f"{file}::{name}", file, name, line, runs, skipped)


CLEAN = Report((layer("Gate", run("tensorflow"), run("jax")),))
FOUND = Report(
    (
        layer("Gate", run("tensorflow", SHAPE, PRINTS), run("jax", SHAPE, ONLY_JAX, PRINTS)),
        layer("Plain", run("tensorflow"), run("jax"), line=60),
        layer("BaseGate", line=70, skipped="abstract: its call only raises NotImplementedError"),
    ),
    problems=("layers/broken.py:3: does not parse: invalid syntax",),
)
UNDRIVEN = Report(
    (
        layer(
            "Lookup",
            run(
                "tensorflow",
                blocked="drive: no arguments and inputs were found with which the layer works",
                driven=False,
                tried=tuple(
                    f"Lookup(vocabulary={value!r}) on float32 (2, {size}): ValueError: the vocabulary is empty"
                    for value in ("a", None)
                    for size in (4, 5, 8, 16)
                ),
                start_from="""--init '{"vocabulary": "a"}' --input '{"shape": [2, 4], "dtype": "float32"}'""",
            ),
        ),
    )
)
WARNED = Report((layer("Gate", run("tensorflow", PRINTS)),))
BLOCKED = Report((layer("Gate", run("tensorflow", blocked="save: still running after 30 s")),))
SHARED = Report(
    (
        layer("Gate", run("tensorflow", PRINTS)),
        layer("Child", run("tensorflow", PRINTS), line=50),
    )
)
EMPTY = Report(())
ALL = {
    "clean": CLEAN,
    "found": FOUND,
    "undriven": UNDRIVEN,
    "warned": WARNED,
    "blocked": BLOCKED,
    "shared": SHARED,
    "empty": EMPTY,
}
