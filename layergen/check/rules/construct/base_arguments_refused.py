"""Rule: the constructor does not take name, dtype or trainable."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Built, Config, Construction, EagerCall, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.base_arguments import refused, reloads_without
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG111",
    name="base-arguments-refused",
    severity="error",
    says="the constructor refuses {names}, which every Keras layer takes",
    why=(
        "Keras writes name, dtype and trainable into the config and gives them back to the constructor when a model is loaded. "
        "Without them the layer cannot be loaded, named, frozen or run in mixed precision."
    ),
    fix="Take **kwargs and hand them on: super().__init__(**kwargs).",
    explained_by=("LG105",),
)


def judge(
    construction: Construction,
    source: Source,
    built: Built | None = None,
    called: EagerCall | None = None,
    config: Config | None = None,
) -> Iterator[Finding | NotApplicable]:
    if construction.raised is not None:
        yield NotApplicable("the layer could not be constructed")
        return
    if reloads_without(config):
        yield NotApplicable("the layer comes back from its config without them")
    elif names := refused(construction, built, called):
        yield RULE.finding(line=method_line(source, "__init__"), names=", ".join(names))
