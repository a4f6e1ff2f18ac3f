"""The shapes that convolutions and pooling give, which slide a window over the places of an image or a sequence."""

from __future__ import annotations

import ast

from layergen.model.dims import ONE, Dim, Disagree, Shape, floor_divide
from layergen.model.operations import Call


def conv_shape(call: Call) -> Shape | None:
    inputs, kernel = call.value(0, "inputs").shape, call.value(1, "kernel").shape
    if inputs is None or kernel is None or inputs.ndim is None or kernel.ndim is None:
        return None
    if "data_format" in call.keywords:
        return None
    if inputs.ndim != kernel.ndim:
        raise Disagree(f"the input has {inputs.ndim} axes, the kernel {kernel.ndim}")
    places = [
        _places(call, size, window, stride_at=2, padding_at=3)
        for size, window in zip(inputs.front[1:-1], kernel.front[:-2], strict=True)
    ]
    return Shape((inputs.front[0], *places, kernel.front[-1]))


def pool_shape(call: Call) -> Shape | None:
    inputs = call.value(0, "inputs").shape
    if inputs is None or inputs.ndim is None or "data_format" in call.keywords:
        return None
    window = call.value(1, "pool_size").dim
    places = [
        _places(call, size, window, stride_at=2, padding_at=3, default=window)
        for size in inputs.front[1:-1]
    ]
    return Shape((inputs.front[0], *places, inputs.front[-1]))


def _places(
    call: Call,
    size: Dim | None,
    window: Dim | None,
    stride_at: int,
    padding_at: int,
    default: Dim | None = ONE,
) -> Dim | None:
    """How many places the window has along one axis; None where it is not known."""
    stride = _given(call, stride_at, "strides", default)
    dilation = _given(call, 5, "dilation_rate", ONE)
    padding = call.argument(padding_at, "padding") or ast.Constant("valid")
    if size is None or stride is None or not isinstance(padding, ast.Constant):
        return None
    if padding.value == "same":
        return floor_divide(size + stride - ONE, stride)
    if window is None or dilation is None or padding.value != "valid":
        return None
    return floor_divide(size - (window - ONE) * dilation - ONE + stride, stride)


def _given(call: Call, position: int, name: str, default: Dim | None) -> Dim | None:
    """An argument that is one number for all axes."""
    return default if call.argument(position, name) is None else call.value(position, name).dim
