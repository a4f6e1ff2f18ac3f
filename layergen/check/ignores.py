"""`# layergen: ignore[LG312] reason`: the comments of a file that silence a rule, and where each holds."""

from __future__ import annotations

import io
import re
import tokenize
from dataclasses import dataclass
from functools import lru_cache

COMMENT = re.compile(r"#\s*layergen:\s*ignore\b\s*(?:\[(?P<codes>[^\]]*)\])?\s*(?P<reason>.*)$")


@dataclass(frozen=True)
class Ignore:
    """One rule that one comment silences; `code` is empty where the comment names none."""

    line: int
    code: str
    reason: str
    alone: bool  # nothing but the comment stands on its line, so that it holds for the line below


@lru_cache(maxsize=64)
def ignores_in(text: str) -> tuple[Ignore, ...]:
    """All ignores of a file, in the order of the lines; text in strings is no comment."""
    if "layergen:" not in text:
        return ()
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            match = COMMENT.search(token.string) if token.type == tokenize.COMMENT else None
            if match is not None:
                codes = [code.strip() for code in (match["codes"] or "").split(",")]
                alone = not token.line[: token.start[1]].strip()
                reason = match["reason"].strip(" -:\u2013\u2014")
                found += [Ignore(token.start[0], code, reason, alone) for code in codes]
    except (tokenize.TokenError, SyntaxError):
        pass  # a file that does not parse is told of elsewhere
    return tuple(found)


def lines_held(ignore: Ignore, text: str) -> set[int]:
    """The lines for which an ignore holds: its own, or where it stands alone, the next line of code as well."""
    held = {ignore.line}
    if ignore.alone:
        lines = text.splitlines()
        below = ignore.line + 1
        while below <= len(lines) and lines[below - 1].lstrip().startswith("#"):
            below += 1  # several comments one under the other hold for the same line
        held.add(below)
    return held
