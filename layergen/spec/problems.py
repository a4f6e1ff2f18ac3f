"""What is wrong with a spec, and where: every problem of one spec is told at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from layergen.errors import LayergenError

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """Where in the text of one value: line from 1, column from 0."""

    line: int = 1
    column: int = 0


AT_KEY = Place(0, 0)  # the key itself, not its value


@dataclass(frozen=True)
class Problem:
    """One mistake in a spec: the key it belongs to, what is wrong, and what to do."""

    path: Path
    message: str
    hint: str = ""
    place: Place = Place()
    read_as: str = ""  # of a mistyped key: the one that was read in its place


class SpecError(LayergenError):
    """A spec that cannot be rendered; says every problem found, each with its place.

    Args:
        problems: What is wrong.
        locate: Turns a path of keys and a place in its value into `file:line:column` or a flag.
    """

    def __init__(self, problems: Sequence[Problem], locate: Callable[[Path, Place], str]) -> None:
        located = [(locate(problem.path, problem.place), problem) for problem in problems]
        self.located = sorted(located, key=lambda pair: _order(pair[0]))
        lines = []
        for where, problem in self.located:
            lines.append(
                ": ".join(filter(None, [where, spell_path(problem.path), problem.message]))
            )
            lines.extend(f"  {line}" for line in problem.hint.splitlines())
        super().__init__("\n".join(lines))

    def as_data(self) -> list[dict[str, str]]:
        return [
            {"where": where, "key": spell_path(one.path), "message": one.message, "hint": one.hint}
            for where, one in self.located
        ]


def spell_path(path: Path) -> str:
    """`weights.kernel.shape`, `require[0]`."""
    spelled = ""
    for part in path:
        spelled += f"[{part}]" if isinstance(part, int) else f".{part}" if spelled else str(part)
    return spelled


def _order(where: str) -> tuple[int | str, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in where.split(":")[1:])
