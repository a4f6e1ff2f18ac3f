"""Functions of Keras and NumPy stand by their bare names, however they were written."""

from __future__ import annotations

import ast

import pytest

from layergen.model.syntax import parse_python


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("np.sqrt(x)", "sqrt(x)"),
        ("ops.sum(x, axis=-1)", "sum(x, axis=-1)"),
        ("keras.ops.softmax(x)", "softmax(x)"),
        ("keras.random.normal((2, 3))", "normal((2, 3))"),
        ("numpy.linalg.inv(a)", "inv(a)"),
        ("ops.image.resize(x, (2, 2))", "image.resize(x, (2, 2))"),
        ("x[:, np.newaxis]", "x[:, None]"),
        ("a.astype(np.float32)", "a.astype('float32')"),
        ("2 * math.pi", "2 * pi"),
        ("x.shape[0]", "x.shape[0]"),
        ("tf.reduce_sum(x)", "tf.reduce_sum(x)"),
    ],
)
def test_modules_are_left_out(written: str, read: str) -> None:
    assert ast.unparse(parse_python(written, "eval")) == read


def test_too_deep_is_no_python() -> None:
    with pytest.raises(SyntaxError, match="levels deep"):
        parse_python("-" * 150 + "x", "eval")
