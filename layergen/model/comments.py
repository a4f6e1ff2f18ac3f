"""The comments of a call block, which `ast` drops, put back where they stood."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from contextlib import contextmanager


class Comments:
    """Comments by line: those alone on their line, and those behind code."""

    def __init__(self, text: str) -> None:
        self._alone: dict[int, str] = {}
        self._behind: dict[int, str] = {}
        try:
            tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
        except (tokenize.TokenError, SyntaxError, IndentationError):
            tokens = []  # the block's own syntax error is told elsewhere
        for token in tokens:
            if token.type == tokenize.COMMENT:
                alone = not token.line[: token.start[1]].strip()
                (self._alone if alone else self._behind)[token.start[0]] = token.string
        self._printed: set[int] = set()

    def before(self, line: int) -> list[str]:
        """Those alone on the lines above a statement, since the statement before it."""
        lines = sorted(
            number for number in self._alone if number < line and number not in self._printed
        )
        self._printed.update(lines)
        return [self._alone[number] for number in lines]

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Inside, what is read is not printed: its comments are still to come."""
        printed = set(self._printed)
        yield
        self._printed = printed

    def behind(self, statement: ast.stmt) -> str | None:
        """The one behind a statement on its last line; compound statements keep none."""
        if hasattr(statement, "body"):
            return None
        return self._behind.get(statement.end_lineno or statement.lineno)
