"""Follows shapes through the layers inside: what each gives, and the shape that it is built on where the spec leaves it out."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layergen.model.dims import ONE, Dim, Shape
from layergen.model.draft import Draft
from layergen.model.expressions import Expression
from layergen.model.functions import LAYERS
from layergen.model.layout_shapes import concatenate_shape
from layergen.model.operations import Call
from layergen.model.shape_axes import with_last
from layergen.model.values import Value, listed, tensor

if TYPE_CHECKING:
    from layergen.model.call import CallBlock
    from layergen.model.reading import Reader
    from layergen.model.sublayers import LayerPart

Given = Shape | tuple[Shape | None, ...] | None


@dataclass(frozen=True)
class LayerCall:
    """One call of a layer: the shape that each parameter of its `build` was given, and what came out."""

    inputs: tuple[tuple[str, Given], ...]
    output: Shape | None


SAME_SHAPE = frozenset(
    "Activation ActivityRegularization AlphaDropout BatchNormalization Dropout ELU GaussianDropout GaussianNoise"
    " GroupNormalization Identity LayerNormalization LeakyReLU MultiHeadAttention PReLU RMSNormalization ReLU"
    " Softmax SpatialDropout1D SpatialDropout2D SpatialDropout3D SpectralNormalization UnitNormalization".split()
)
# Layers over the places of an image or a sequence, by the start of their names.
_OVER_PLACES = (
    "AveragePooling", "Conv1D", "Conv2D", "Conv3D", "Cropping", "DepthwiseConv", "MaxPooling",
    "SeparableConv", "UpSampling", "ZeroPadding",
)  # fmt: skip
_WITH_WEIGHTS_INSIDE = frozenset(
    "Attention Bidirectional ConvLSTM1D ConvLSTM2D RMSNormalization RNN SpectralNormalization TimeDistributed".split()
)
_MERGING = frozenset("Add Average Maximum Minimum Multiply Subtract".split())


def follow_layer(
    reader: Reader, node: ast.Call, layer: LayerPart | None, given: list[Value]
) -> Value:
    """What a call of a layer gives; the shapes that it was given are noted."""
    if layer is None or not given:
        return tensor("compute")
    inputs = _inputs(layer, given)
    if layer.class_name == "Concatenate":
        axis = _by_keyword(layer).get("axis", ast.parse("-1", mode="eval").body)
        joined = Call("concatenate", (given[0],), (node,), {"axis": axis}, {})
        output = reader.follow(node, lambda: concatenate_shape(joined))
    else:
        output = _output(reader, layer, inputs[0][1])
    reader.block.layer_calls.setdefault(layer.name, []).append(LayerCall(inputs, output))
    if len(given) > 1 and given[1].kind == "list":
        state = tensor("compute", output)  # a cell gives its output and its states
        return listed(state, Value("list", item=state))
    return tensor("compute", output)


def _inputs(layer: LayerPart, given: list[Value]) -> tuple[tuple[str, Given], ...]:
    parameters = [word.rstrip("?") for word in LAYERS[layer.class_name].split(" | ")[1].split()]
    return tuple(
        (
            parameter,
            (
                tuple(item.shape for item in value.items or ())
                if value.kind == "list"
                else value.shape
            ),
        )
        for parameter, value in zip(parameters, given, strict=False)
    )


def _output(reader: Reader, layer: LayerPart, shape: Given) -> Shape | None:
    if isinstance(shape, tuple):
        return shape[0] if len(set(shape)) == 1 and layer.class_name in _MERGING else None
    arguments = _by_keyword(layer)
    if shape is None or layer.class_name in SAME_SHAPE:
        return None if "output_shape" in arguments else shape
    last = _last_axis(reader, layer, arguments, shape)
    match layer.class_name:
        case "Dense" | "GRUCell" | "LSTMCell" | "SimpleRNNCell":
            return with_last(shape, last)
        case "Embedding" if shape.back is None:
            return Shape((*shape.front, last))
        case "Embedding":
            return Shape(shape.front, (*(shape.back or ()), last))
        case "GRU" | "LSTM" | "SimpleRNN" if not arguments.keys() & {"return_state"}:
            whole = arguments.get("return_sequences")
            if whole is None:
                return Shape((shape.front[0], last))
            return with_last(shape, last) if _is(whole, True) else None
    if shape.ndim is None or "data_format" in arguments:
        return None
    if layer.class_name.startswith("Global") and "keepdims" not in arguments:
        return Shape((shape.front[0], last))
    if layer.class_name.startswith(_OVER_PLACES):
        covered = _is(arguments.get("padding"), "same") or _is(arguments.get("kernel_size"), 1)
        if covered and "Conv" in layer.class_name and "strides" not in arguments:
            return with_last(shape, last)
        return Shape((shape.front[0], *[None] * (shape.ndim - 2), last))
    return None


def _last_axis(
    reader: Reader, layer: LayerPart, arguments: dict[str, ast.expr], shape: Shape
) -> Dim | None:
    """The size of a layer's last axis: what an argument says, else the input's."""
    if layer.class_name.startswith("DepthwiseConv"):
        times = arguments.get("depth_multiplier")
        channels, multiplier = shape.axis(-1), ONE if times is None else reader.dim(times)
        return None if channels is None or multiplier is None else channels * multiplier
    wanted = {"units", "filters", "output_dim"} & arguments.keys()
    if not wanted:
        return shape.axis(-1)
    size = arguments[wanted.pop()]
    return reader.dim(size) or Dim.of(ast.unparse(size))


def _is(node: ast.expr | None, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value == value


def _by_keyword(layer: LayerPart) -> dict[str, ast.expr]:
    parameters = [word.rstrip("?") for word in LAYERS[layer.class_name].split(" | ")[0].split()]
    return {
        keyword or parameters[index]: value.node
        for index, (keyword, value) in enumerate(layer.arguments)
    }


def settle_shapes(
    made: Draft, layers: dict[str, LayerPart], block: CallBlock
) -> dict[str, LayerPart]:
    """The layers, with the shapes that the spec leaves out taken from `call`."""
    open_ = {name for name in block.used & layers.keys() if layers[name].spec.shape is None}
    return {
        name: _settled(made, layer, block.layer_calls.get(name, [])) if name in open_ else layer
        for name, layer in layers.items()
    }


def _settled(made: Draft, layer: LayerPart, calls: list[LayerCall]) -> LayerPart:
    # In a `def` of the block it is called on what is not known yet.
    found = ((call, shapes) for call in calls if (shapes := _shapes(made, layer, call)))
    first, shapes = next(found, (calls[0] if calls else None, ()))
    if first is not None and shapes:
        is_list = isinstance(first.inputs[0][1], tuple)
        # In a loop over a list of layers, each may work on what the one before it gave.
        later = {call.inputs[0][1] for call in calls} - {None, first.inputs[0][1]}
        if layer.count is None or not later:
            return replace(layer, shapes=shapes, shape_list=is_list)
        if first.output in later:
            return replace(layer, shapes=shapes, shape_list=is_list, in_a_row=True)
    elif not _has_weights(layer) and not _takes_list(first):
        # Any shape will do; of several inputs, the first one's.
        entry = next(iter(made.inputs.values()))
        return replace(layer, shapes=layer.shapes or ((None, entry.expression),))
    axes = ", ".join(made.positions) or "batch, features"
    message = f"the shape that {layer.class_name} is built on does not follow from call"
    made.note(("layers", layer.name), message, f"write it under `shape`, from {axes}")
    return layer


def _takes_list(call: LayerCall | None) -> bool:
    return call is not None and isinstance(call.inputs[0][1], tuple)


def _has_weights(layer: LayerPart) -> bool:
    parameters = LAYERS[layer.class_name].split(" | ")[0]
    return "initializer" in parameters or layer.class_name in _WITH_WEIGHTS_INSIDE


def _required(layer: LayerPart) -> list[str]:
    words = LAYERS[layer.class_name].split(" | ")[1].split()
    return [word for word in words if not word.endswith("?") and not word.startswith("*")]


def _shapes(
    made: Draft, layer: LayerPart, call: LayerCall
) -> tuple[tuple[str | None, Expression], ...]:
    """The shapes of one call as expressions of the spec; none where one of them is not known."""
    required = _required(layer)
    if len(call.inputs) < len(required):
        return ()
    found: list[tuple[str | None, Expression]] = []
    for parameter, given in call.inputs[: max(1, len(required))]:
        for shape in given if isinstance(given, tuple) else (given,):
            if shape is None or shape.axis(-1) is None:
                return ()  # of the other axes, a layer can be built on None
            text = str(shape)[1:-1].rstrip(",").replace("?", "None")
            mark = len(made.problems)
            with made.counting(layer.count):
                expression = made.shape(text, ("layers", layer.name))
            if expression is None:  # sizes that only `call` knows: a loop's count
                del made.problems[mark:]
                return ()
            found.append((parameter if len(required) > 1 else None, expression))
    return tuple(found)
