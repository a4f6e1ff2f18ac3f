"""The Jinja environment: where the templates are, and the filters that lay text out."""

from __future__ import annotations

import re
import textwrap
from functools import cache

import jinja2

from layergen import resources

WIDTH = 80


@cache
def environment(width: int = WIDTH) -> jinja2.Environment:
    """Templates of the package, strict about names."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources.folder("templates")),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - what is rendered is Python, not HTML
    )
    made.filters["wrapped"] = lambda text, indent, before=0: _wrap(
        text, indent, indent, before, width
    )
    made.filters["entry"] = lambda text, indent, hang=4: _wrap(
        text, indent, indent + hang, 0, width
    )
    made.filters["quoted"] = in_docstring
    made.filters["pieces"] = lambda text: _pieces(text, width)
    return made


def _wrap(text: str, indent: int, further: int, before: int, width: int) -> str:
    """Paragraph from column `indent`, later lines from `further`; the first follows `before` characters."""
    # A stretch of code is one word: a line break inside it would show in the docs.
    held = re.sub(r"`[^`]*`", lambda code: code.group().replace(" ", "\0"), text)
    lines = textwrap.wrap(
        held,
        width,
        initial_indent=" " * (indent + before),
        subsequent_indent=" " * further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return in_docstring("\n".join(lines).replace("\0", " ").strip())


def in_docstring(text: str) -> str:
    """Text as it stands between three quotes: whatever it holds, it cannot end them."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _pieces(message: str, width: int) -> list[str]:
    """A message as string literals that stand one below the other; f-strings only where they hold values."""
    room = width - 20
    held = re.sub(r"`[^`]*`|\{[^}]*\}", lambda code: code.group().replace(" ", "\0"), message)
    lines = textwrap.wrap(
        held, room, break_long_words=False, break_on_hyphens=False, drop_whitespace=False
    )
    return [_literal(line.replace("\0", " ")) for line in lines]


def _literal(text: str) -> str:
    """Braces that stand for themselves are doubled (`in_message`); a single pair holds a value."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if re.search(r"\{[^{}]+\}", text.replace("{{", "").replace("}}", "")):
        return f'f"{escaped}"'
    return '"' + escaped.replace("{{", "{").replace("}}", "}") + '"'
