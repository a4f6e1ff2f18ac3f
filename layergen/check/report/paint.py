"""Lines that fit the terminal, with or without colour."""

from __future__ import annotations

import re
import textwrap

from layergen.check.report import Style

MARKS = {"passed": ("✓", "ok"), "found": ("✗", "x"), "warning": ("!", "!"), "blocked": ("?", "?")}
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


class Page:
    """Collects lines, wrapped at the width of the terminal."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[str] = []

    def mark(self, name: str) -> str:
        return MARKS[name][0 if self.style.unicode else 1]

    def good(self, text: str) -> str:
        return self._painted(text, "32")

    def bad(self, text: str) -> str:
        return self._painted(text, "31")

    def warn(self, text: str) -> str:
        return self._painted(text, "33")

    def strong(self, text: str) -> str:
        return self._painted(text, "1")

    def faint(self, text: str) -> str:
        return self._painted(text, "2")

    def _painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.style.color and text else text

    def blank(self) -> None:
        self.lines.append("")

    def raw(self, text: str) -> None:
        """A line that is not wrapped: a command to copy."""
        self.lines.append(text)

    def line(self, text: str, indent: int = 0, hang: int = 0) -> None:
        """A paragraph; its further lines are indented by `hang` more."""
        text = " ".join(text.split())
        if not self.style.unicode:
            text = text.encode("ascii", "replace").decode()
        pieces = _Wrapper(
            width=self.style.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        ).wrap(text)
        self.lines += self._reopened(pieces)

    def _reopened(self, pieces: list[str]) -> list[str]:
        """Colour that a line break has cut is closed at its end and opened again on the next line."""
        if not self.style.color:
            return pieces
        opened = ""
        lines = []
        for piece in pieces:
            body = piece.lstrip(" ")
            piece = piece[: len(piece) - len(body)] + opened + body
            codes = ESCAPE.findall(piece)
            opened = codes[-1] if codes and codes[-1] != "\x1b[0m" else ""
            lines.append(piece + ("\x1b[0m" if opened else ""))
        return lines


class _Wrapper(textwrap.TextWrapper):
    """Counts what is seen: escape sequences have no width."""

    def _wrap_chunks(self, chunks: list[str]) -> list[str]:
        return super()._wrap_chunks([_Seen(chunk) for chunk in chunks])


class _Seen(str):
    """A text whose length is that of what is seen of it."""

    def __len__(self) -> int:
        return len(ESCAPE.sub("", str(self)))

    def strip(self, *given: str) -> str:
        return _Seen(super().strip(*given))


def clean(text: str) -> str:
    """Without control characters: what a layer raises or is named may hold anything, escape sequences too."""
    return "".join(
        c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text
    )
