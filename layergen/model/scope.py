"""What each name of a spec is called in each method of the class."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from layergen.model.call import Meaning
from layergen.model.dims import Shape
from layergen.model.draft import BUILD, INIT, Draft
from layergen.model.expressions import Expression
from layergen.model.names import attribute
from layergen.model.numpy_shapes import numpy_shape
from layergen.model.numpy_values import numpy_dtype
from layergen.model.parts import WeightPart
from layergen.model.shapes import ShapePrinter
from layergen.model.sublayers import LayerPart
from layergen.model.values import ANY, STATIC, STATIC_FLOAT, STATIC_INT, DType, Value, size, tensor


def words_in(text: str) -> set[str]:
    """The free-standing names in fragments of source, attributes left out."""
    return set(re.findall(r"(?<![\w.])[A-Za-z_]\w*", text))


class Scope:
    """Names of the methods' variables, by the way in which the inputs arrive.

    Args:
        made: The declarations.
        call_text: The call block, to keep clear of its own names.
    """

    def __init__(self, made: Draft, call_text: str) -> None:
        self.made = made
        spec = made.spec
        count = len(made.inputs)
        self.style = spec.inputs_as or ("single" if count == 1 else "arguments")
        if spec.cell is not None:
            self.style = "cell"
        self.several = any(entry.count is not None for entry in spec.inputs.values())
        names = list(spec.inputs)
        # Keras calls the first argument `inputs`; a local of that name in the call block keeps ours.
        renamed = self.style in ("single", "cell") and "inputs" not in [
            *names,
            *words_in(call_text),
        ]
        self.arguments = {name: name for name in names}
        if renamed:
            self.arguments[names[0]] = "inputs"
        if self.style == "cell":
            # `build` of a cell is given the shape of one step; the states' shapes are its own.
            self.shapes = {names[0]: "input_shape"}
        elif self.style == "single":
            self.shapes = {
                name: "input_shape[0]" if self.several else "input_shape" for name in names
            }
        else:
            self.shapes = {name: f"{name}_shape" for name in names}

    @property
    def shape_parameters(self) -> str:
        """Parameters of `build` and `compute_output_shape` behind `self`."""
        if self.style != "arguments":
            return "input_shape"
        return ", ".join(
            f"{name}_shape=None" if entry.optional else f"{name}_shape"
            for name, entry in self.made.spec.inputs.items()
        )

    def unpacked(self, used: set[str]) -> list[str]:
        """Statements that take `input_shape` apart, for the inputs whose shapes are used."""
        names = [name for name in self.made.spec.inputs]
        if self.style == "list" and used:
            return [
                f"{', '.join(self.shapes[name] if name in used else '_' for name in names)} = input_shape"
            ]
        if self.style == "dict":
            get = {
                name: f'.get("{name}")' if self.made.spec.inputs[name].optional else f'["{name}"]'
                for name in names
            }
            return [
                f"{self.shapes[name]} = input_shape{get[name]}" for name in names if name in used
            ]
        return []

    def in_init(self) -> dict[str, str]:
        """args are the parameters themselves, where they are kept as they came."""
        spec = self.made.spec
        objects = ("activation", "initializer", "regularizer", "constraint", "dtype")
        names = {
            name: f"self.{name}" if arg.type in objects else name for name, arg in spec.args.items()
        }
        return names | {
            name: f"self.{attribute(name, 'sizes')}"
            for name in self.made.sizes
            if self.made.levels[name] == INIT
        }

    def in_method(self, kept: frozenset[str] = frozenset()) -> dict[str, str]:
        """args and early sizes are attributes; axes and later sizes are locals, unless `kept` as attributes."""
        names = {name: f"self.{name}" for name in self.made.spec.args}
        for name in self.made.sizes:
            held = self.made.levels[name] == INIT or name in kept
            names[name] = f"self.{attribute(name, 'sizes')}" if held else name
        return names | {name: name for name in self.made.positions}

    def printer(
        self, names: dict[str, str], may_be_none: set[str], local: set[str]
    ) -> ShapePrinter:
        ranks = {
            name: (entry.before, entry.behind)
            for name, entry in self.made.inputs.items()
            if name in self.shapes
        }
        return ShapePrinter(
            self.made.positions, ranks, self.shapes, names, frozenset(may_be_none), frozenset(local)
        )


def meanings(
    scope: Scope,
    weights: dict[str, WeightPart],
    layers: dict[str, LayerPart],
    fixed: set[str],
) -> dict[str, Meaning]:
    """Every name that `call` may use."""
    made, spec = scope.made, scope.made.spec
    names: dict[str, Meaning] = {}
    for name, arg in spec.args.items():
        value = replace(_argument_value(name, arg.type, made), choices=tuple(arg.choices or ()))
        names[name] = Meaning(value, f"self.{name}", "args")
    for name in made.sizes:
        fixed_size = made.levels[name] in (INIT, BUILD)
        names[name] = Meaning(
            size(made.dims.get(name), fixed=fixed_size),
            f"self.{attribute(name, 'sizes')}" if fixed_size else name,
            "sizes",
        )
    for name in made.positions:
        names[name] = Meaning(size(made.dims[name], fixed=name in fixed), name, "axes")
    for name, entry in made.inputs.items():
        dtype = {"float": "compute", "int": "int32"}.get(entry.spec.dtype, entry.spec.dtype)
        source = scope.arguments[name]
        value = tensor(dtype, made.symbolic(entry.expression))  # type: ignore[arg-type]
        if entry.spec.count is not None:
            value = Value("list", item=value)
        elif entry.spec.optional:
            value = replace(value, exists_when=f"{name} is not None")
        names[name] = Meaning(value, source, "inputs")
    for name, part in weights.items():
        dtype = {
            "float": "compute",
            "float32": "compute",
            "float64": "compute",
            "float16": "compute",
            "int": "int32",
        }.get(part.spec.dtype, part.spec.dtype)
        value = tensor(dtype, made.symbolic(part.shape))  # type: ignore[arg-type]
        value = Value("list", item=value) if part.count is not None else value
        held = f"self.{attribute(name, 'weights')}"
        names[name] = Meaning(_existing(value, part.when), held, "weights")
    for name, layer in layers.items():
        one = Value("layer", layer=layer)
        value = Value("list", item=one) if layer.count is not None else one
        held = f"self.{attribute(name, 'layers')}"
        names[name] = Meaning(_existing(value, layer.when), held, "layers")
    dtypes, shapes = _static_dtypes(made), dict[str, Shape | None]()
    for name, expression in made.constants.items():
        dtype = dtypes[name] = numpy_dtype(expression.node, dtypes)
        shapes[name] = numpy_shape(expression.node, shapes, made.dims)
        cast_to = "self.compute_dtype" if dtype == "compute" else repr(dtype)
        held = f"self.{attribute(name, 'constants')}"
        names[name] = Meaning(
            tensor(dtype, shapes[name]), f"ops.cast({held}, {cast_to})", "constants"
        )
    for name, option in spec.call_args.items():
        number = {"int": STATIC_INT, "float": STATIC_FLOAT}.get(option.type, STATIC)
        names[name] = Meaning(number, name, "call_args")
    for name in [*spec.weights, *spec.layers, *spec.constants]:
        # What is wrong with it is told already: here it only has to be known.
        names.setdefault(
            name, Meaning(ANY, f"self.{name}", "weights" if name in spec.weights else "layers")
        )
    names["training"] = Meaning(STATIC, "training", "call_args")
    names["trainable"] = Meaning(STATIC, "self.trainable", "call_args")
    return names | _mask_meanings(scope)


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


def _mask_meanings(scope: Scope) -> dict[str, Meaning]:
    """`mask` for one input, `<input>_mask` for several; each may be None."""
    names = list(scope.made.spec.inputs)
    found = {}
    for name in names:
        value = Value("tensor", dtype="bool", exists_when=f"{name}_mask is not None")
        found[f"{name}_mask"] = Meaning(value, f"{name}_mask", "masks")
    if len(names) == 1:
        return {
            "mask": Meaning(
                Value("tensor", dtype="bool", exists_when="mask is not None"), "mask", "masks"
            )
        }
    return found
