"""Reads Python text of a spec: bounded in depth, and with the functions of Keras and NumPy by their bare names."""

from __future__ import annotations

import ast
from typing import Any

MOST_LEVELS = 100  # deeper nesting is no mathematics, and would end in a RecursionError of ours
# What a module of Keras or NumPy holds stands by its own name in a spec: `ops.sum` is `sum`.
_MODULES = frozenset("keras ops math np numpy nn linalg random".split())
_OF_TENSORS = frozenset(
    "shape ndim dtype".split()
)  # what may be asked of an input that is called `random`
_DTYPES = frozenset("float16 float32 float64 int32 int64 uint8".split())


def parse_python(text: str, mode: str = "exec") -> Any:
    """`ast.parse`; whatever keeps text from being read is a SyntaxError.

    Raises:
        SyntaxError: The text is not Python.
    """
    try:
        tree = ast.parse(text, mode=mode)
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxError(str(error) or "nested too deeply") from None
    level: list[ast.AST] = [tree]
    for _ in range(MOST_LEVELS):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    if level:
        raise SyntaxError(f"nested more than {MOST_LEVELS} levels deep")
    return _Bare().visit(tree)


class _Bare(ast.NodeTransformer):
    """`keras.ops.sum` → `sum`, `np.linalg.inv` → `inv`, `ops.image.resize` → `image.resize`."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        words = ast.unparse(node).split(".")
        word = words[-1]
        dotted = all(part.isidentifier() for part in words)
        of_input = words[0] == "random" and word in _OF_TENSORS
        if words[0] not in _MODULES or not dotted or of_input:
            return self.generic_visit(node)
        bare: ast.expr = ast.Name(word, ast.Load())
        if word == "newaxis":
            bare = ast.Constant(None)
        elif word in _DTYPES:
            bare = ast.Constant(word)
        elif words[-2] == "image":
            bare = ast.Attribute(ast.Name("image", ast.Load()), word, ast.Load())
        return ast.fix_missing_locations(ast.copy_location(bare, node))
