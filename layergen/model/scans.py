"""What a step of `scan` has to return: TensorFlow asks for more than the other backends."""

from __future__ import annotations

import ast
from collections.abc import Iterator

HINT = "return a result for each entry of the carry, of its shape: return (a, b), (a, b), and take what you need"


def uneven_scans(tree: ast.Module) -> Iterator[tuple[ast.expr, int]]:
    """What steps return as results where it is not built like the carry, and how many entries the carry has.

    Keras 3.15.1 on TensorFlow stores results in arrays made for the carry (keras/src/backend/tensorflow/core.py,
    `scan`): with two carried and one given back the loop fails there, and there alone.
    """
    steps = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="scan"), args=[step, ast.Tuple(elts=carry), *_]):
                if isinstance(step, ast.Name):
                    step = steps.get(step.id)
                for results, single in _results(step):
                    given = len(results.elts) if isinstance(results, ast.Tuple | ast.List) else 1
                    if given != len(carry) and (single or given > 1):
                        yield results, len(carry)


def _results(step: ast.AST | None) -> Iterator[tuple[ast.expr, bool]]:
    """What a step gives beside the carry, and whether it is plain that this is one tensor; None is no result."""
    assigned = {
        node.targets[0].id: node.value
        for node in (ast.walk(step) if step else ())
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(step) if step else ():
        match node:
            case ast.Return(value=ast.Tuple(elts=[carry, results])) | ast.Lambda(
                body=ast.Tuple(elts=[carry, results])
            ):
                if isinstance(results, ast.Constant):
                    continue
                parts = carry.elts if isinstance(carry, ast.Tuple) else []
                among = ast.unparse(results) in {ast.unparse(part) for part in parts}
                value = assigned.get(results.id) if isinstance(results, ast.Name) else results
                yield results, among or isinstance(value, ast.BinOp | ast.Call | ast.Subscript)
