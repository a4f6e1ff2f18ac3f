"""Symbolic sizes agree with Python's integers, and shapes broadcast as NumPy's do."""

from __future__ import annotations

import ast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layergen.model.dims import Dim, Disagree, Shape, broadcast, floor_divide, read_dim

NAMES = ("a", "b", "c")
KNOWN = {name: Dim.of(name) for name in NAMES}
values = st.fixed_dictionaries({name: st.integers(1, 50) for name in NAMES})
leaves = st.one_of(st.sampled_from(NAMES), st.integers(0, 9).map(str))
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda parts: f"({' '.join(parts)})"),
        inner.map(lambda text: f"-({text})"),
        st.tuples(inner, st.integers(1, 5)).map(lambda parts: f"({parts[0]}) // {parts[1]}"),
        st.tuples(inner, st.integers(1, 5)).map(lambda parts: f"({parts[0]}) % {parts[1]}"),
    ),
    max_leaves=6,
)
quick = settings(max_examples=200, deadline=None, database=None, derandomize=True)


def dim_of(text: str) -> Dim:
    found = read_dim(ast.parse(text, mode="eval").body, KNOWN)
    assert found is not None
    return found


@quick
@given(expressions, values)
def test_a_size_printed_is_worth_what_was_read(text: str, sizes: dict[str, int]) -> None:
    assert eval(str(dim_of(text)), {}, sizes) == eval(text, {}, sizes)


@quick
@given(expressions, expressions, values)
def test_equal_sizes_are_equal_everywhere(one: str, two: str, sizes: dict[str, int]) -> None:
    if dim_of(one) == dim_of(two):
        assert eval(one, {}, sizes) == eval(two, {}, sizes)


@quick
@given(expressions)
def test_a_sum_does_not_depend_on_its_order(text: str) -> None:
    other = Dim.of("b") * Dim.of(3)
    assert dim_of(text) + other == other + dim_of(text)
    assert dim_of(text) - dim_of(text) == Dim.of(0)
    assert (dim_of(text) * Dim.of(2)) == dim_of(text) + dim_of(text)


def test_exact_division_stays_a_polynomial() -> None:
    assert floor_divide(Dim.of("a") * Dim.of(4), Dim.of(2)) == Dim.of("a") * Dim.of(2)


shapes = st.lists(st.integers(1, 3), max_size=4).map(tuple)


@quick
@given(shapes, shapes)
def test_broadcasting_is_numpys(one: tuple[int, ...], two: tuple[int, ...]) -> None:
    left, right = (Shape(tuple(Dim.of(size) for size in shape)) for shape in (one, two))
    try:
        wanted = np.broadcast_shapes(one, two)
    except ValueError:
        with pytest.raises(Disagree):
            broadcast(left, right)
        return
    assert broadcast(left, right) == Shape(tuple(Dim.of(size) for size in wanted))
