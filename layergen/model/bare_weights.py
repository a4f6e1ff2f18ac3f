"""Hands the value of a weight to the functions of keras.ops that cannot take a `keras.Variable`."""

from __future__ import annotations

import ast

from layergen.model.reading import Reader

# Tried with Keras 3.15.1: all but unstack (PyTorch), stack and nan_to_num (TensorFlow) fail on JAX 0.10.2, whose own functions
# no longer take what has only `__jax_array__`; Keras does not convert before it calls them. (`ops.convert_to_tensor` gives the
# Variable back on TensorFlow, where nothing has to be cast.)
TAKES_NO_VARIABLE = frozenset(
    "adaptive_average_pool adaptive_max_pool all any argpartition associative_scan average_pool"
    " count_nonzero dropout fori_loop full_like hstack in_top_k linspace map max_pool moments nan_to_num"
    " ones_like outer resize rot90 scan shuffle slice slice_update stack top_k unfold unstack"
    " vectorized_map vstack where while_loop zeros_like".split()
)


def value_of_weight(reader: Reader, name: str, node: ast.expr, read: ast.expr) -> ast.expr:
    """What is printed for an argument of a function: of a weight by itself, or in a list, its value."""
    if name not in TAKES_NO_VARIABLE:
        return read
    if isinstance(node, ast.List | ast.Tuple) and isinstance(read, ast.List | ast.Tuple):
        pairs = zip(node.elts, read.elts, strict=True)
        return type(read)([value_of_weight(reader, name, *pair) for pair in pairs], ast.Load())
    if isinstance(read, ast.Call) or not _is_weight(reader, node):  # a call: it is cast already
        return read
    return ast.Attribute(read, "value", ast.Load())


def _is_weight(reader: Reader, node: ast.expr) -> bool:
    """Also one of a number of weights, `kernels[0]`, and a sublayer's, `inner.kernel`."""
    held = node.value if isinstance(node, ast.Subscript | ast.Attribute) else node
    if not isinstance(held, ast.Name) or held.id in reader.locals or held.id not in reader.names:
        return False
    meaning = reader.names[held.id]
    if isinstance(node, ast.Attribute):
        return meaning.kind == "layers"
    if isinstance(node, ast.Subscript):
        return meaning.kind == "weights" and meaning.value.kind == "list"
    return meaning.kind == "weights" and meaning.value.kind == "tensor"
