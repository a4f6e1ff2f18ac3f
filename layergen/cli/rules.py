"""`layergen rules`: every rule in a line, printed from the rules themselves."""

from __future__ import annotations

from typing import Annotated

import typer


def rules(
    select: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE...]", help="Codes, beginnings of codes (LG3), names or families."
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """List the rules that `layergen check` judges by.

    Examples:

      layergen rules

      layergen rules LG3 mask

      layergen rules --format json
    """
    import sys

    from layergen.check.choose import chosen_codes
    from layergen.check.registry import registered_rules
    from layergen.check.report.rule_pages import listing

    codes = chosen_codes(select or ())
    chosen = [e for e in registered_rules() if not codes or e.rule.code.startswith(codes)]
    sys.stdout.write(listing(chosen, format))
