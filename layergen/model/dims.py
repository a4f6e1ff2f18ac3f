"""Symbolic sizes and shapes: what can be known of a tensor's shape before Keras is asked."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

# A size is a polynomial with integer coefficients over atoms: axis and argument names, and, where
# arithmetic leaves the polynomials (`time // 2`), the text of the expression.
Monomial = tuple[str, ...]


@dataclass(frozen=True)
class Dim:
    """One size, in normal form, so that `2 * units - units` is `units`."""

    terms: tuple[tuple[Monomial, int], ...]

    @staticmethod
    def of(value: int | str) -> Dim:
        """A number, or one atom."""
        if isinstance(value, int):
            return Dim((((), value),) if value else ())
        return Dim((((value,), 1),))

    @staticmethod
    def unknown(name: str) -> Dim:
        """A size that is called so and may equal any other: brackets make an atom that is no name."""
        return Dim.of(f"({name})")

    @property
    def number(self) -> int | None:
        """The value, where it is a number."""
        if not self.terms:
            return 0
        return self.terms[0][1] if len(self.terms) == 1 and self.terms[0][0] == () else None

    @property
    def opaque(self) -> bool:
        """True where it is more than names in a polynomial (`units // heads`), so that it may equal another size."""
        return any(not atom.isidentifier() for atoms, _ in self.terms for atom in atoms)

    def __add__(self, other: Dim) -> Dim:
        return _collect([*self.terms, *other.terms])

    def __neg__(self) -> Dim:
        return Dim(tuple((atoms, -count) for atoms, count in self.terms))

    def __sub__(self, other: Dim) -> Dim:
        return self + (-other)

    def __mul__(self, other: Dim) -> Dim:
        return _collect(
            [
                (tuple(sorted(left + right)), one * two)
                for left, one in self.terms
                for right, two in other.terms
            ]
        )

    def __str__(self) -> str:
        if not self.terms:
            return "0"
        spelled = ""
        # What is taken away stands behind what it is taken from: `time - window + 1`.
        ordered = sorted(self.terms, key=lambda term: (not term[0], term[1] < 0))
        for atoms, count in ordered:
            # `a // 2` by itself, `-(a // 2)` and `b * (a // 2)` with others.
            alone = len(self.terms) == len(atoms) == count == 1
            held = [f"({atom})" if " " in atom and not alone else atom for atom in atoms]
            product = " * ".join(held) if atoms else str(abs(count))
            if atoms and abs(count) != 1:
                product = f"{abs(count)} * {product}"
            sign = ("-" if count < 0 else "") if not spelled else (" - " if count < 0 else " + ")
            spelled += sign + product
        return spelled


def _collect(terms: list[tuple[Monomial, int]]) -> Dim:
    counts: dict[Monomial, int] = {}
    for atoms, count in terms:
        counts[atoms] = counts.get(atoms, 0) + count
    # By degree, highest first, as a person writes it.
    kept = sorted(
        (item for item in counts.items() if item[1]), key=lambda item: (-len(item[0]), item[0])
    )
    return Dim(tuple(kept))


ONE = Dim.of(1)


def floor_divide(left: Dim, right: Dim) -> Dim:
    """`left // right`, exact where every term divides, an atom otherwise."""
    if right.number not in (None, 0):
        if all(count % right.number == 0 for _, count in left.terms):
            return Dim(tuple((atoms, count // right.number) for atoms, count in left.terms))
    above = f"({left})" if len(left.terms) > 1 else str(left)
    below = f"({right})" if " " in str(right) else str(right)
    return Dim.of(f"{above} // {below}")


def read_dim(node: ast.expr, known: Mapping[str, Dim]) -> Dim | None:
    """The size that an expression stands for; None where it is not understood."""
    match node:
        case ast.Constant(value=int() as value):
            return Dim.of(int(value))
        case ast.Name(id=name):
            return known.get(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = read_dim(operand, known)
            return None if inner is None else -inner
        case ast.BinOp(left=left, op=operator, right=right):
            one, two = read_dim(left, known), read_dim(right, known)
            if one is None or two is None:
                return None
            return _combine(operator, one, two)
    return None


def _combine(operator: ast.operator, left: Dim, right: Dim) -> Dim | None:
    match operator:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.FloorDiv():
            return floor_divide(left, right)
        case ast.Mod():
            if left.number is not None and right.number:
                return Dim.of(left.number % right.number)
            return Dim.of(f"({left}) % ({right})")
        case ast.Pow():
            if left.number is not None and right.number is not None and 0 <= right.number <= 64:
                return Dim.of(left.number**right.number)
            if right.number in (2, 3):  # (a + 1) ** 2 is what the product of its sides is
                return left * left if right.number == 2 else left * left * left
            return Dim.of(f"({left}) ** ({right})")
    return None


@dataclass(frozen=True)
class Shape:
    """A shape: axes in front, and, where it has `...`, any number of axes and then those at the back.

    A Dim of None is a size that is not understood; it agrees with every other.
    """

    front: tuple[Dim | None, ...]
    back: tuple[Dim | None, ...] | None = None

    @property
    def ndim(self) -> int | None:
        return len(self.front) if self.back is None else None

    @property
    def least_ndim(self) -> int:
        return len(self.front) + len(self.back or ())

    @property
    def sizes(self) -> tuple[Dim | None, ...]:
        """The axes that are known, `...` left out."""
        return (*self.front, *(self.back or ()))

    def like(self, sizes: Iterable[Dim | None]) -> Shape:
        """The same axes in other sizes."""
        found, count = tuple(sizes), len(self.front)
        return Shape(found[:count], None if self.back is None else found[count:])

    def axis(self, index: int) -> Dim | None:
        """The size of one axis; None where it is not known.

        Raises:
            IndexError: The shape has no such axis.
        """
        if self.back is None:
            return self.front[index]
        if 0 <= index < len(self.front):
            return self.front[index]
        return self.back[index] if -len(self.back) <= index < 0 else None

    def __str__(self) -> str:
        sizes = ["?" if size is None else str(size) for size in self.front]
        if self.back is not None:
            sizes += ["...", *("?" if size is None else str(size) for size in self.back)]
        return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(sizes)})"


def joined(
    one: Shape | None, two: Shape | None, join: Callable[[Dim | None, Dim | None], Dim | None]
) -> Shape | None:
    """Two shapes as one, axis by axis; None where they do not have the same axes."""
    if one is None or two is None or len(one.front) != len(two.front):
        return None
    if (one.back is None) != (two.back is None) or len(one.back or ()) != len(two.back or ()):
        return None
    return one.like(map(join, one.sizes, two.sizes))


class Disagree(Exception):
    """Two shapes that cannot go together; the message names the axis."""


def same(one: Dim | None, two: Dim | None) -> bool:
    """False only where the two are surely not meant to be the same size."""
    return one is None or two is None or one == two or one.opaque or two.opaque


def broadcast_dims(one: Dim | None, two: Dim | None) -> Dim | None:
    """The size that two broadcast axes have together.

    Raises:
        Disagree: They differ and neither is 1.
    """
    if one == ONE:
        return two
    if two == ONE or one == two:
        return one
    if one is None or two is None:
        return two if one is None else one
    if one.opaque or two.opaque:
        return None
    raise Disagree(f"{one} and {two}")


def broadcast(one: Shape | None, two: Shape | None) -> Shape | None:
    """The shape of an elementwise operation; None where it is not known.

    Raises:
        Disagree: An axis differs and is 1 in neither.
    """
    if one is None or two is None:
        return None
    if one.back is None and two.back is None:
        return Shape(_align(one.front, two.front))
    if one.back is not None and two.back is not None:
        if one == two:
            return one
        if len(one.front) == len(two.front) and len(one.back) == len(two.back):
            fronts = zip(one.front, two.front, strict=True)
            return Shape(
                tuple(broadcast_dims(*pair) for pair in fronts), _align(one.back, two.back)
            )
        return None
    open_shape, closed = (one, two) if one.back is not None else (two, one)
    assert open_shape.back is not None
    if len(closed.front) <= len(open_shape.back):
        return Shape(open_shape.front, _align(open_shape.back, closed.front))
    _align(open_shape.back, closed.front[len(closed.front) - len(open_shape.back) :])
    return None


def _align(one: tuple[Dim | None, ...], two: tuple[Dim | None, ...]) -> tuple[Dim | None, ...]:
    longer, shorter = (one, two) if len(one) >= len(two) else (two, one)
    kept = len(longer) - len(shorter)
    pairs = zip(longer[kept:], shorter, strict=True)
    return (*longer[:kept], *(broadcast_dims(*pair) for pair in pairs))
