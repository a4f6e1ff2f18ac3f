"""From the decided layer to formatted source: render, parse, format."""

from __future__ import annotations

import ast
from typing import Any

from layergen.render.environment import WIDTH, environment


def render(template: str, width: int = WIDTH, **values: Any) -> str:
    """Source of one file, formatted by black with a fixed mode: no configuration of the user's is read.

    Args:
        template: Name of a template.
        width: Line length.
        values: What the template prints.
    """
    import black

    text = environment(width).get_template(template).render(**values)
    ast.parse(text)  # a syntax error here is our bug, and keeps its traceback
    mode = black.Mode(target_versions={black.TargetVersion.PY311}, line_length=width, preview=False)
    return black.format_str(text, mode=mode)
