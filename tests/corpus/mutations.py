"""Faults to plant: construction, configuration, shapes, masks and building."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from rewriting import Swap, expression, is_text, kind, method, opened, with_methods, without_keyword


@kind
def config_key_dropped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    config = method(layer, "get_config")
    keys = [
        key.value
        for node in (ast.walk(config) if config else ())
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    ]
    for dropped in keys:
        changed = copy.deepcopy(layer)
        for node in ast.walk(method(changed, "get_config")):
            if isinstance(node, ast.Dict):
                kept = [
                    (key, value)
                    for key, value in zip(node.keys, node.values, strict=True)
                    if not (isinstance(key, ast.Constant) and key.value == dropped)
                ]
                node.keys = [key for key, _ in kept]
                node.values = [value for _, value in kept]
        yield changed


@kind
def base_config_dropped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    swap = Swap(lambda n: is_text(n, "super().get_config()"), lambda _: expression("{}"))
    yield from with_methods(layer, ("get_config",), swap)


@kind
def config_values_swapped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    changed = copy.deepcopy(layer)
    config = method(changed, "get_config")
    for node in ast.walk(config) if config else ():
        if isinstance(node, ast.Dict) and sum(key is not None for key in node.keys) > 1:
            node.values[-1], node.values[-2] = node.values[-2], node.values[-1]
            yield changed
            return


@kind
def kwargs_not_handed_on(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from without_keyword(layer, "__init__", None)


@kind
def kwargs_not_taken(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    for changed in without_keyword(layer, "__init__", None):
        method(changed, "__init__").args.kwarg = None
        yield changed


@kind
def not_registered(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    if layer.decorator_list:
        changed = copy.deepcopy(layer)
        changed.decorator_list = []
        yield changed


@kind
def output_shape_wrong(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    changed = copy.deepcopy(layer)
    shape = method(changed, "compute_output_shape")
    for node in ast.walk(shape) if shape else ():
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            if isinstance(node.value.elts[-1], ast.Starred):
                node.value.elts.append(expression("1"))
            else:
                node.value.elts[-1] = expression(f"{ast.unparse(node.value.elts[-1])} + 1")
            yield changed
            return
        if isinstance(node, ast.Return) and is_text(node.value, "input_shape"):
            node.value = expression("(*input_shape[:-1], 2 * input_shape[-1])")
            yield changed
            return


@kind
def mask_support_dropped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    if method(layer, "compute_mask") is None:
        swap = Swap(lambda n: is_text(n, "self.supports_masking = True"), None)
        yield from with_methods(layer, ("__init__",), swap)


@kind
def compute_mask_dropped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    if method(layer, "compute_mask") is not None:
        changed = copy.deepcopy(layer)
        changed.body.remove(method(changed, "compute_mask"))
        yield changed


@kind
def mask_ignored(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from opened(layer, "mask", "mask = None")


@kind
def sublayer_not_built(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    def builds(node: ast.AST) -> bool:
        text = ast.unparse(node) if isinstance(node, ast.Expr) else ""
        return text.startswith("self.") and ".build(" in text

    yield from with_methods(layer, ("build",), Swap(builds, None))
