"""What each name stands for in the `call` block: its value as far as it is known, and how the method writes it."""

from __future__ import annotations

import ast
from dataclasses import replace

from layergen.model.call import Meaning
from layergen.model.dims import Shape
from layergen.model.draft import BUILD, INIT, Draft
from layergen.model.expressions import Expression
from layergen.model.names import attribute
from layergen.model.numpy_shapes import numpy_shape
from layergen.model.numpy_values import numpy_dtype
from layergen.model.parts import WeightPart
from layergen.model.scope import Scope
from layergen.model.sublayers import LayerPart
from layergen.model.values import ANY, STATIC, STATIC_FLOAT, STATIC_INT, DType, Value, size, tensor

# Weights of any float dtype are cast to the compute dtype by Keras's autocast.
OF_WEIGHTS = {
    "float": "compute",
    "float32": "compute",
    "float64": "compute",
    "float16": "compute",
    "int": "int32",
}
OF_INPUTS = {"float": "compute", "int": "int32"}
Meanings = dict[str, Meaning]


def meanings(
    scope: Scope,
    weights: dict[str, WeightPart],
    layers: dict[str, LayerPart],
    fixed: set[str],
) -> Meanings:
    """Every name that `call` may use."""
    made = scope.made
    names = (
        _arguments(made)
        | _sizes(made, fixed)
        | _inputs(scope)
        | _weights(made, weights)
        | _layers(layers)
        | _constants(made)
    )
    for name in [*made.spec.weights, *made.spec.layers, *made.spec.constants]:
        # What is wrong with it is told already: here it only has to be known.
        kind = "weights" if name in made.spec.weights else "layers"
        names.setdefault(name, Meaning(ANY, f"self.{name}", kind))
    return names | _options(made) | _masks(scope)


def _arguments(made: Draft) -> Meanings:
    names = {}
    for name, arg in made.spec.args.items():
        value = replace(_argument_value(name, arg.type, made), choices=tuple(arg.choices or ()))
        names[name] = Meaning(value, f"self.{name}", "args")
    return names


def _sizes(made: Draft, fixed: set[str]) -> Meanings:
    """Sizes of the spec, and the axes of the inputs."""
    names = {}
    for name in made.sizes:
        known = made.levels[name] in (INIT, BUILD)
        source = f"self.{attribute(name, 'sizes')}" if known else name
        names[name] = Meaning(size(made.dims.get(name), fixed=known), source, "sizes")
    for name in made.positions:
        names[name] = Meaning(size(made.dims[name], fixed=name in fixed), name, "axes")
    return names


def _inputs(scope: Scope) -> Meanings:
    made, names = scope.made, {}
    for name, entry in made.inputs.items():
        dtype = OF_INPUTS.get(entry.spec.dtype, entry.spec.dtype)
        value = tensor(dtype, made.symbolic(entry.expression))  # type: ignore[arg-type]
        if entry.spec.count is not None:
            value = Value("list", item=value)
        elif entry.spec.optional:
            value = replace(value, exists_when=f"{name} is not None")
        names[name] = Meaning(value, scope.arguments[name], "inputs")
    return names


def _weights(made: Draft, weights: dict[str, WeightPart]) -> Meanings:
    names = {}
    for name, part in weights.items():
        dtype = OF_WEIGHTS.get(part.spec.dtype, part.spec.dtype)
        value = tensor(dtype, made.symbolic(part.shape))  # type: ignore[arg-type]
        value = Value("list", item=value) if part.count is not None else value
        held = f"self.{attribute(name, 'weights')}"
        names[name] = Meaning(_existing(value, part.when), held, "weights")
    return names


def _layers(layers: dict[str, LayerPart]) -> Meanings:
    names = {}
    for name, layer in layers.items():
        one = Value("layer", layer=layer)
        value = Value("list", item=one) if layer.count is not None else one
        held = f"self.{attribute(name, 'layers')}"
        names[name] = Meaning(_existing(value, layer.when), held, "layers")
    return names


def _constants(made: Draft) -> Meanings:
    names, shapes = {}, dict[str, Shape | None]()
    dtypes = _static_dtypes(made)
    for name, expression in made.constants.items():
        dtype = dtypes[name] = numpy_dtype(expression.node, dtypes)
        shapes[name] = numpy_shape(expression.node, shapes, made.dims)
        cast_to = "self.compute_dtype" if dtype == "compute" else repr(dtype)
        source = f"ops.cast(self.{attribute(name, 'constants')}, {cast_to})"
        names[name] = Meaning(tensor(dtype, shapes[name]), source, "constants")
    return names


def _options(made: Draft) -> Meanings:
    """Options of the call; `training` and `trainable` need no declaration."""
    names = {}
    for name, option in made.spec.call_args.items():
        number = {"int": STATIC_INT, "float": STATIC_FLOAT}.get(option.type, STATIC)
        names[name] = Meaning(number, name, "call_args")
    names["training"] = Meaning(STATIC, "training", "call_args")
    names["trainable"] = Meaning(STATIC, "self.trainable", "call_args")
    return names


def _static_dtypes(made: Draft) -> dict[str, DType]:
    """What NumPy makes of arguments, sizes and axes."""
    kinds: dict[str, DType] = {"float": "compute", "floats": "compute", "bool": "bool"}
    found: dict[str, DType] = dict.fromkeys(made.levels, "int32")
    return found | {name: kinds.get(arg.type, "int32") for name, arg in made.spec.args.items()}


def _argument_value(name: str, kind: str, made: Draft) -> Value:
    match kind:
        case "int" | "axis":
            return Value("static", number="int", dim=made.dims.get(name))
        case "float":
            return STATIC_FLOAT
        case "activation":
            return Value("function", elementwise=True)
        case "ints":
            return Value("list", item=STATIC_INT)
        case "floats":
            return Value("list", item=STATIC_FLOAT)
        case "strs":
            return Value("list", item=STATIC)
        case "initializer" | "regularizer" | "constraint":
            return Value("function", item=ANY)
    return STATIC


def _existing(value: Value, when: Expression | None) -> Value:
    if when is None:
        return value
    return replace(value, exists_when=ast.unparse(when.node))


def _masks(scope: Scope) -> Meanings:
    """`mask` for one input, `<input>_mask` for several; each may be None. A list of inputs has a list of masks."""
    inputs = scope.made.spec.inputs
    found = {}
    for name, one in inputs.items():
        called = "mask" if len(inputs) == 1 else f"{name}_mask"
        value = Value("tensor", dtype="bool")
        value = value if one.count is None else Value("list", item=value)
        found[called] = Meaning(
            replace(value, exists_when=f"{called} is not None"), called, "masks"
        )
    return found
