"""What a constant is said to be is what NumPy makes of it."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from layergen.model.numpy_values import METHODS, NUMPY, numpy_dtype, numpy_source

VALUES = {
    "units": 4, "rate": 0.5, "causal": True, "widths": (1, 2, 3), "levels": (0.1, 0.9),
    "grid": np.arange(6).reshape(2, 3),
}  # fmt: skip
DTYPES = {
    "units": "int32", "rate": "compute", "causal": "bool", "widths": "int32", "levels": "compute",
    "grid": "int32",
}  # fmt: skip
KINDS = {"b": "bool", "i": "int32", "f": "compute"}


@pytest.mark.parametrize(
    "text",
    [
        "arange(units)", "arange(units) / 2", "arange(units) // 2 % 3", "arange(units) * rate",
        "2.0 ** arange(units)", "array(widths)", "array(levels)", "array([1, 2, units])",
        "array([rate, 1])", "grid[:, None] >= grid.reshape(-1, 1)", "~(grid > 2)", "grid.T",
        "grid.astype('float32')", "grid.astype(bool)", "(grid > 2).sum()", "grid.mean()", "eye(units)",
        "ones((2, 2), dtype='int32')", "where(grid > 2, 1, 0)", "where(grid > 2, 1.0, 0)",
        "full((2,), units)", "cumsum([0, *widths[:-1]])", "concatenate([[0], cumsum(widths)])",
        "argsort(levels)", "repeat(array(widths), 2)", "abs(grid - 2)", "sqrt(grid)", "inv(eye(2) * 2.0)",
        "isin(grid, widths)", "array([k * k for k in range(units)])", "stack(meshgrid(widths, widths), -1)",
        "tril(ones((3, 3)))", "(arange(4)[:, None] >> arange(2)) & 1", "-grid", "max(grid)",
        "1 if causal else 2", "linspace(0, 1, units)", "logical_and(grid > 1, causal)", "pi * units",
    ],
)  # fmt: skip
def test_dtypes_are_numpys(text: str) -> None:
    node = ast.parse(text, mode="eval").body
    source = numpy_source(node, {}, {})
    made = np.asarray(eval(source, {"np": np, **VALUES}))  # noqa: S307 - the table above
    assert numpy_dtype(node, DTYPES) == KINDS[made.dtype.kind], source


def test_every_name_is_numpys() -> None:
    held = {name for name in NUMPY if not hasattr(np, name) and not hasattr(np.linalg, name)}
    assert not held
    assert all(hasattr(np.ndarray, name) for name in METHODS)
