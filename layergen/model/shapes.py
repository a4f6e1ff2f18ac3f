"""Shapes as a spec writes them: reads `batch, ..., features`, and prints it for `build` and `compute_output_shape`."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from layergen.model.dims import Dim, Shape, read_dim
from layergen.model.expressions import Expression, rename, source
from layergen.model.syntax import parse_python
from layergen.spec.problems import Path, Place, Problem


def parse_shape(value: Any, path: Path, problems: list[Problem]) -> Expression | None:
    """Reads a shape from text, a number or a list; its node is a Tuple, or an IfExp of shapes."""
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    text = str(value).strip()
    try:
        node = parse_python(f"({text},)" if text and text[-1] != "," else f"({text})", "eval").body
        if not isinstance(node, ast.Tuple):  # `a) + (b`: brackets that close ours
            raise SyntaxError("unmatched ')'", ("", 1, 2, text))
    except SyntaxError as error:
        place = Place(error.lineno or 1, max(0, (error.offset or 1) - 2))
        hint = "a shape is axes and integer expressions with commas between: batch, ..., 2 * units"
        problems.append(Problem(path, f"{text!r} is not a shape: {error.msg}", hint, place))
        return None
    return Expression(path, text, _unwrapped(node), shift=1)


def _unwrapped(node: ast.expr) -> ast.expr:
    """`([a, b],)` and `((a, b) if c else (a,),)` are written with one pair of brackets too many."""
    if isinstance(node, ast.Tuple) and len(node.elts) == 1:
        inner = node.elts[0]
        if isinstance(inner, ast.Tuple | ast.List):
            return ast.copy_location(ast.Tuple(inner.elts, ast.Load()), inner)
        if isinstance(inner, ast.IfExp) and _is_shape(inner.body) and _is_shape(inner.orelse):
            return _tuples(inner)
    return node


def _is_shape(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_shape(node.body) and _is_shape(node.orelse)
    return isinstance(node, ast.Tuple | ast.List)


def _tuples(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.IfExp):
        return ast.copy_location(
            ast.IfExp(node.test, _tuples(node.body), _tuples(node.orelse)), node
        )
    assert isinstance(node, ast.Tuple | ast.List)
    return ast.copy_location(ast.Tuple(node.elts, ast.Load()), node)


def is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is Ellipsis


def symbolic(node: ast.expr, known: Mapping[str, Dim]) -> Shape | None:
    """The shape as sizes that can be compared; None where it has `*` or depends on a condition."""
    if not isinstance(node, ast.Tuple) or any(isinstance(term, ast.Starred) for term in node.elts):
        return None
    places = [index for index, term in enumerate(node.elts) if is_ellipsis(term)]
    sizes = [None if is_ellipsis(term) else read_dim(term, known) for term in node.elts]
    if not places:
        return Shape(tuple(sizes))
    return Shape(tuple(sizes[: places[0]]), tuple(sizes[places[0] + 1 :]))


class ShapePrinter:
    """Prints shapes as Python over the shape variables of one method.

    Args:
        positions: Axis → (input, index) that it is read from.
        ranks: Input → (axes before `...`, axes behind it or None).
        shapes: Input → the variable that holds its shape.
        names: Every name → its source in this method; for axes, the local that holds the size.
        may_be_none: Names whose value may be None here; arithmetic on them is guarded.
        local: Axes that have a local variable; the others are read off the shape where they stand.
    """

    def __init__(
        self,
        positions: Mapping[str, tuple[str, int]],
        ranks: Mapping[str, tuple[int, int | None]],
        shapes: Mapping[str, str],
        names: Mapping[str, str],
        may_be_none: frozenset[str] = frozenset(),
        local: frozenset[str] = frozenset(),
    ) -> None:
        self.positions, self.ranks, self.shapes = positions, ranks, shapes
        self.names, self.may_be_none, self.local = names, may_be_none, local
        self.used: set[str] = set()  # spec names that were printed by their name

    def print(self, node: ast.expr) -> str:
        """Source of a tuple: `(*input_shape[:-1], self.units)`."""
        if isinstance(node, ast.IfExp):
            test = source(self._renamed(node.test))
            return f"{self.print(node.body)} if {test} else {self.print(node.orelse)}"
        assert isinstance(node, ast.Tuple)
        parts: list[str] = []
        index = 0
        while index < len(node.elts):
            taken, text = self._run(node.elts, index)
            if taken == len(node.elts) and text in self.shapes.values():
                return text  # the whole shape of an input
            parts.append(f"*{text}" if taken > 1 or is_ellipsis(node.elts[index]) else text)
            index += taken
        if len(parts) == 1 and parts[0].startswith("*") and parts[0].endswith("]"):
            return parts[0][1:]  # one slice is a shape already
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"

    def _run(self, terms: list[ast.expr], start: int) -> tuple[int, str]:
        """How many terms from `start` are consecutive axes of one input, and the slice that says them."""
        best = (1, self._term(terms[start]) if not is_ellipsis(terms[start]) else "")
        for name, (before, behind) in self.ranks.items():
            places = self._places(name, before, behind)
            for first, place in enumerate(places):
                length = 0
                while (
                    start + length < len(terms)
                    and first + length < len(places)
                    and self._is(terms[start + length], places[first + length])
                ):
                    length += 1
                covers = any(is_ellipsis(term) for term in terms[start : start + length])
                if (
                    length > best[0]
                    and (covers or length > 2 or length == len(places))
                    or covers
                    and not best[1]
                ):
                    best = (length, self._slice(name, places, first, first + length))
        return best

    def _places(self, name: str, before: int, behind: int | None) -> list[tuple[str, int] | None]:
        """Every position of an input's shape; None is its `...`."""
        if behind is None:
            return [(name, index) for index in range(before)]
        return [
            *((name, index) for index in range(before)),
            None,
            *((name, index - behind) for index in range(behind)),
        ]

    def _is(self, term: ast.expr, place: tuple[str, int] | None) -> bool:
        if place is None or is_ellipsis(term):
            return place is None and is_ellipsis(term)
        if not isinstance(term, ast.Name) or term.id not in self.positions:
            return False
        name, index = self.positions[term.id]
        before, behind = self.ranks[name]
        size = before if behind is None else None
        return name == place[0] and (
            index == place[1] or (size is not None and index % size == place[1] % size)
        )

    def _slice(self, name: str, places: list[tuple[str, int] | None], first: int, last: int) -> str:
        shape = self.shapes[name]
        start = (
            "" if first == 0 else str(first if None not in places[:first] else first - len(places))
        )
        stop = (
            ""
            if last == len(places)
            else str(last - len(places) if None in places[:last] else last)
        )
        if None not in places and last == len(places) - 1:
            stop = "-1"
        return f"{shape}[{start}:{stop}]" if start or stop else shape

    def _term(self, term: ast.expr) -> str:
        if isinstance(term, ast.Name) and term.id in self.positions and term.id not in self.local:
            name, index = self.positions[term.id]
            return f"{self.shapes[name]}[{index}]"
        return self.guarded(term)

    def guarded(self, node: ast.expr) -> str:
        """An expression that is None where a size in it is."""
        if isinstance(node, ast.IfExp) and not self._unsure(node.test):
            if self._unsure(node.body) != self._unsure(node.orelse):
                test, body = source(self._renamed(node.test)), self.guarded(node.body)
                body = f"({body})" if " if " in body else body
                return f"{body} if {test} else {self.guarded(node.orelse)}"
        text = source(self._renamed(node))
        unsure = sorted(self._unsure(node), key=text.find)
        if isinstance(node, ast.Name) or not unsure:
            return text
        missing = " or ".join(f"{name} is None" for name in unsure)
        return f"None if {missing} else {text}"

    def _unsure(self, node: ast.expr) -> set[str]:
        names = {
            item.id for item in ast.walk(node) if isinstance(item, ast.Name)
        } & self.may_be_none
        return {self.names[name] for name in names}

    def _renamed(self, node: ast.expr) -> ast.expr:
        renamed = rename(node, self.names, self.shapes)
        self.used |= {item.id for item in ast.walk(node) if isinstance(item, ast.Name)} & set(
            self.names
        )
        return renamed
