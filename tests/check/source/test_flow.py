"""What is known to be a tensor in `call`, judged on the expressions of small layers."""

from __future__ import annotations

import ast
import textwrap

import pytest

from layergen.check.evidence import Source
from layergen.check.source.flow import call_flow
from layergen.check.source.kinds import Kind

HEAD = """
import keras
import tensorflow as tf
from keras import ops

def helper(x, option=None):
    return ops.exp(x)

class Layer(keras.layers.Layer):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.dense = keras.layers.Dense(n)
        self.kernel = self.add_weight(shape=(n,))

    def own(self, x, flag):
        return x * 2 if flag else x

    def rank(self, x):
        return len(x.shape)

"""


def kind_of(
    expression: str, before: str = "", arguments: str = "x, other=None, training=False, factor=2"
) -> Kind:
    body = f"def call(self, {arguments}):\n{textwrap.indent(before, '    ')}\n    result = {expression}\n    return x\n"
    text = HEAD + textwrap.indent(body, "    ")
    tree = ast.parse(text)
    line = next(node.lineno for node in tree.body if isinstance(node, ast.ClassDef))
    source = Source("layer.py", text, "Layer", line, len(text.splitlines()))
    call = source.method("call")
    [value] = [
        node.value
        for node in ast.walk(call)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "result"
    ]
    return call_flow(source).kind(value)


@pytest.mark.parametrize(
    "expression",
    [
        "ops.sum(x)",
        "ops.sum(x) > 0",
        "x > 0",
        "x[0] == 1",
        "x * 2 > self.n",
        "tf.reduce_any(x > 0)",
        "not ops.any(x)",
        "self.dense(x) > 0.5",
        "self.kernel > 0",
        "x.sum()",
        "float(ops.mean(x))",
        "helper(x)",
        "self.own(ops.abs(x), True)",
        "training and ops.any(x > 0)",
        "tf.math.is_nan(x)",
        "ops.concatenate([x, other])",
    ],
)
def test_tensor(expression):
    assert kind_of(expression) is Kind.TENSOR


@pytest.mark.parametrize(
    "expression",
    [
        "x is None",
        "other is not None",
        "other",
        "x",
        "training",
        "factor > 1",
        "len(x) > 2",
        "isinstance(x, list)",
        "x.shape[0] > 1",
        "len(ops.sum(x).shape) == 2",
        "ops.shape(x)[1] > 3",
        "ops.ndim(x) > 2",
        "x.dtype == 'int32'",
        "x == 'same'",
        "self.n > 3",
        "self.rank(x) > 2",
        "hasattr(x, 'values')",
        "ops.is_tensor(x)",
        "[ops.sum(x)]",
        "other > 3",
        "keras.backend.is_float_dtype(x.dtype)",
        "'a' in x",
    ],
)
def test_no_tensor(expression):
    assert kind_of(expression) is not Kind.TENSOR


@pytest.mark.parametrize(
    ("before", "expression", "is_tensor"),
    [
        ("a, b = x", "a > 0", True),
        ("a, n = x, 3", "n > 2", False),
        ("y = ops.abs(x)\nbatch, width = y.shape", "width > 2", False),
        ("for row in ops.unstack(x):\n    last = row", "last > 0", True),
        ("for name in x:\n    last = name", "last == 2", False),
        ("total = 0\nfor i in range(3):\n    total = total + ops.sum(x)", "total > 1", True),
        ("n = x.shape[-1]\nn = n * 2", "n > 4", False),
        ("sizes = [part.shape[-1] for part in x]", "max(sizes) > 3", False),
        ("x = len(x.shape)", "x > 2", False),
        ("if (y := ops.max(x)) is not None:\n    pass", "y > 0", True),
        ("def inner(n):\n    return n > 0", "inner", False),
    ],
)
def test_variables(before, expression, is_tensor):
    assert (kind_of(expression, before) is Kind.TENSOR) == is_tensor
