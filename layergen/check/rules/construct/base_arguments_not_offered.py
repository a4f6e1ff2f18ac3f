"""Rule: the constructor does not take name, dtype or trainable, and the config does without them."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Built, Config, Construction, EagerCall, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.base_arguments import refused, reloads_without
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG115",
    name="base-arguments-not-offered",
    severity="warning",
    says="the constructor refuses {names}, which every other Keras layer takes; the layer's config leaves them out",
    why=(
        "The layer can be saved and loaded. It cannot be given another name or dtype policy, and one that was frozen is loaded "
        "as trainable."
    ),
    fix="Take **kwargs and hand them on: super().__init__(**kwargs), and begin the config with super().get_config().",
    explained_by=("LG105",),
)


def judge(
    construction: Construction,
    config: Config,
    source: Source,
    built: Built | None = None,
    called: EagerCall | None = None,
) -> Iterator[Finding | NotApplicable]:
    if construction.raised is not None:
        yield NotApplicable("the layer could not be constructed")
    elif not reloads_without(config):
        yield NotApplicable("the layer cannot be made from its config")
    elif names := refused(construction, built, called):
        yield RULE.finding(line=method_line(source, "__init__"), names=", ".join(names))
