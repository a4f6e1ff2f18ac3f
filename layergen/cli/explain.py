"""`layergen explain`: one rule at length."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    rules: Annotated[
        list[str], typer.Argument(metavar="RULE...", help="Codes or names.", show_default=False)
    ],
    format: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Say what a rule claims, what its breach costs and how it is mended.

    Examples:

      layergen explain LG203

      layergen explain output-shape-differs --format json
    """
    import sys

    from layergen.check.choose import rule_called
    from layergen.check.report.rule_pages import explanation

    chosen = [rule_called(word) for word in rules]
    sys.stdout.write(explanation(chosen, format))
