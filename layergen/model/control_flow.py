"""What is known of the names that branches and loops change: behind both branches, in each round, behind the loop."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import partial

from layergen.model.dims import Dim, Shape, joined
from layergen.model.shape_axes import with_last
from layergen.model.values import ANY, Value

INDEX = "[index]"  # `hidden[index]`: of the layer or weight that this round works with


def merged(
    yes: dict[str, Value],
    no: dict[str, Value],
    untouched: dict[str, Value],
    test: ast.expr,
    decided: bool,
) -> dict[str, Value]:
    """Names behind an `if`.

    Args:
        yes: They where the condition holds.
        no: They where it does not.
        untouched: What a name is that a branch leaves alone.
        test: The condition.
        decided: Whether it is known when the layer is built, so that a size may depend on it.
    """
    found: dict[str, Value] = {}
    for name in yes.keys() | no.keys():
        one, two = yes.get(name, untouched.get(name)), no.get(name, untouched.get(name))
        if one is None or two is None:
            condition = ast.unparse(test if two is None else ast.UnaryOp(ast.Not(), test))
            only = one or two
            assert only is not None
            unbound = only.exists_when in (None, f"{name} is not None")
            found[name] = replace(only, exists_when=condition) if unbound else only
        elif one == two:
            found[name] = one
        else:
            choose = partial(_either, test=ast.unparse(test))
            same = one.shape if one.shape == two.shape else None
            found[name] = replace(
                one if one.kind == two.kind else ANY,
                dtype=one.dtype if one.dtype == two.dtype else None,
                shape=joined(one.shape, two.shape, choose) if decided else same,
                dim=one.dim if one.dim == two.dim else None,
                exists_when=one.exists_when or two.exists_when,
            )
    return found


def inside(before: dict[str, Value], ahead: dict[str, Value]) -> dict[str, Value]:
    """Every round finds what the first and those behind it have in common."""
    return {
        name: (
            found
            if before.get(name) == found
            else replace(
                found,
                shape=joined(before[name].shape, found.shape, _same) if name in before else None,
            )
        )
        for name, found in ahead.items()
    }


def behind(before: dict[str, Value], after: dict[str, Value]) -> dict[str, Value]:
    """`hidden[-1] if hidden else features`: the size that the last of a list of layers gave."""
    return {
        name: (
            replace(found, shape=_of_the_last(before[name].shape, found.shape))
            if name in before and found.shape != before[name].shape
            else found
        )
        for name, found in after.items()
    }


def _same(one: Dim | None, two: Dim | None) -> Dim | None:
    return one if one == two else None


def _either(one: Dim | None, two: Dim | None, test: str) -> Dim | None:
    """`units if test else features`."""
    if one == two or one is None or two is None:
        return _same(one, two)
    return Dim.of(f"{one} if {test} else {two}")


def _of_the_last(before: Shape | None, after: Shape | None) -> Shape | None:
    if after is None or not (after.back or after.front):
        return after
    size = str(after.axis(-1))
    if not size.endswith(INDEX):
        return after
    last = size.replace(INDEX, "[-1]")
    at_first = None if before is None else before.axis(-1)
    known = f"{last} if {size.removesuffix(INDEX)} else {at_first}"
    return with_last(after, None if at_first is None else Dim.of(known))
