"""The keys of a spec: what each is called, what it may hold, and what it says."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

Text = Annotated[str, Meta(min_length=1)]
Expression = Annotated[
    str | int | float | bool,
    Meta(description="A Python expression over arguments, sizes and axes."),
]
Shape = Annotated[
    str | int | list[str | int],
    Meta(
        description="Axes and integer expressions with commas between; `...` is any number of axes,"
        " none included; `[]` is a scalar.",
        examples=["batch, ..., features", "batch, time // 2, 2 * units", [], ["features", "units"]],
    ),
]
ArgType = Literal[
    "int",
    "float",
    "bool",
    "str",
    "choice",
    "ints",
    "floats",
    "strs",
    "axis",
    "activation",
    "initializer",
    "regularizer",
    "constraint",
    "dtype",
]
TUPLES = {
    "ints": "int",
    "floats": "float",
    "strs": "str",
}  # argument types that hold several, of which type
DType = Literal["float", "int", "bool", "float16", "float32", "float64", "int32", "int64", "uint8"]


class Arg(Struct, forbid_unknown_fields=True, frozen=True):
    """One argument of the constructor."""

    type: Annotated[
        ArgType,
        Meta(
            description="What the argument holds; `ints`, `floats` and `strs` are tuples of such."
        ),
    ]
    default: Annotated[Any, Meta(description="Left out: the argument is required.")] = msgspec.UNSET
    optional: Annotated[bool, Meta(description="None is allowed, and is the default.")] = False
    min: Annotated[int | float | None, Meta(description="Smallest value allowed.")] = None
    max: Annotated[int | float | None, Meta(description="Largest value allowed.")] = None
    choices: Annotated[
        list[str | int] | None, Meta(description="The values allowed (type: choice, strs).")
    ] = None
    length: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="Number of items (of a tuple); a single one is repeated."),
    ] = None
    doc: Annotated[str, Meta(description="One sentence for the docstring.")] = ""


class Input(Struct, forbid_unknown_fields=True, frozen=True):
    """One tensor that goes in."""

    shape: Annotated[Shape, Meta(description="A name for each axis.")]
    dtype: Annotated[DType, Meta(description="float is the layer's compute dtype.")] = "float"
    optional: Annotated[bool, Meta(description="The layer works without it (it is None then).")] = (
        False
    )
    count: Annotated[
        Expression | None,
        Meta(description="A list of this many such tensors; `any` is any number of them."),
    ] = None
    doc: str = ""


class Weight(Struct, forbid_unknown_fields=True, frozen=True):
    """One weight, made by `add_weight` in `build`."""

    shape: Shape = ""
    initializer: Annotated[
        Expression | None,
        Meta(
            description="A name of keras.initializers, one with arguments, an argument of type"
            " initializer, or an expression that computes the value."
        ),
    ] = None
    regularizer: Expression | None = None
    constraint: Expression | None = None
    trainable: Annotated[
        bool | str, Meta(description="false for a state; or a condition over arguments.")
    ] = True
    dtype: DType = "float"
    when: Annotated[
        Expression | None, Meta(description="The weight exists only under this condition.")
    ] = None
    count: Annotated[
        Expression | None,
        Meta(description="A list of this many such weights; `index` is the place of each in it."),
    ] = None
    arg: Annotated[
        str | None,
        Meta(description="`arg: kernel` adds kernel_initializer, _regularizer and _constraint."),
    ] = None
    doc: str = ""


class Sublayer(Struct, forbid_unknown_fields=True, frozen=True):
    """One layer inside, built in `build` on its own shape."""

    class_: Annotated[
        Text, Meta(description="A class of keras.layers, or one with arguments: Dense(2 * units).")
    ] = field(name="class")
    args: Annotated[
        dict[str, Any], Meta(description="Its arguments: values, or expressions over ours.")
    ] = {}
    shape: Annotated[
        str | int | list[str | int | list[str | int]] | dict[str, Shape] | None,
        Meta(
            description="The shape that it is built on; several by the names of its build arguments,"
            " or a list of shapes for a layer that takes a list. Left out: what `call` gives it."
        ),
    ] = None
    when: Expression | None = None
    count: Annotated[
        Expression | None,
        Meta(description="A list of this many such layers; `index` is the place of each in it."),
    ] = None
    doc: str = ""


class CallArg(Struct, forbid_unknown_fields=True, frozen=True):
    """One option of the call that is no tensor."""

    type: Literal["int", "float", "bool", "str"]
    default: Any
    doc: str = ""


class Output(Struct, forbid_unknown_fields=True, frozen=True):
    """One tensor that comes out."""

    shape: Annotated[Shape | None, Meta(description="Left out: inferred from `call`.")] = None
    dtype: Annotated[
        DType | None,
        Meta(description="Left out: inferred from `call`, floats in the compute dtype."),
    ] = None
    when: Annotated[
        Expression | None, Meta(description="The output exists only under this condition.")
    ] = None
    count: Annotated[
        Expression | None,
        Meta(description="A list of this many such tensors; `index` is the place of each in it."),
    ] = None
    doc: str = ""


class Cell(Struct, forbid_unknown_fields=True, frozen=True):
    """Makes the layer a cell for keras.layers.RNN: inputs and outputs are the step's and its states."""

    state_size: Annotated[
        Shape, Meta(description="The size of each state, in the order of the state inputs.")
    ]
    output_size: Annotated[Expression | None, Meta(description="Left out: the first state's.")] = (
        None
    )


class Spec(Struct, forbid_unknown_fields=True, frozen=True):
    """A layer in a few lines: a thin header round real Python expressions."""

    layer: Annotated[Text, Meta(description="Name of the class, in CapWords.")]
    inputs: Annotated[dict[str, Input], Meta(description="Name → shape, dtype, optional.")]
    call: Annotated[
        Text,
        Meta(
            description="The layer's mathematics: Python statements over inputs, weights, arguments,"
            " sizes, axes, sublayers and every function of keras.ops and keras.random."
        ),
    ]
    outputs: Annotated[
        dict[str, Output],
        Meta(description="Name → shape, dtype. Left out: the name that `call` assigns last."),
    ] = {}
    summary: Annotated[str, Meta(description="One line for the docstring.")] = ""
    description: Annotated[str, Meta(description="Paragraphs for the docstring.")] = ""
    reference: Annotated[
        str | list[str], Meta(description="The paper or page that the layer comes from.")
    ] = ""
    package: Annotated[
        str,
        Meta(description="Package that the class is registered under; default: its file's name."),
    ] = ""
    args: Annotated[dict[str, Arg], Meta(description="Arguments of the constructor.")] = {}
    require: Annotated[
        str | list[str], Meta(description="Conditions over arguments and sizes that must hold.")
    ] = []
    sizes: Annotated[
        dict[str, Expression], Meta(description="Derived integers, usable in shapes and in call.")
    ] = {}
    inputs_as: Annotated[
        Literal["single", "list", "dict", "arguments"] | None,
        Meta(description="How several inputs arrive; default: single for one, arguments for more."),
    ] = None
    call_args: Annotated[
        dict[str, CallArg], Meta(description="Options of the call that are no tensors.")
    ] = {}
    weights: Annotated[dict[str, Weight], Meta(description="What the layer learns or keeps.")] = {}
    layers: Annotated[
        dict[str, Sublayer], Meta(description="Layers inside, in data-flow order.")
    ] = {}
    constants: Annotated[
        dict[str, Text],
        Meta(description="NumPy expressions, computed once in build; each may use those above it."),
    ] = {}
    outputs_as: Annotated[
        Literal["single", "list", "tuple", "dict"] | None,
        Meta(description="How several outputs leave; default: single for one, tuple for more."),
    ] = None
    mask: Annotated[
        str | dict[str, str] | None,
        Meta(
            description="`pass`, `stop`, or an expression over the inputs and masks (for each output)."
            " Default: pass where the output keeps the input's first two axes."
        ),
    ] = None
    cell: Annotated[Cell | None, Meta(description="The layer is a cell for keras.layers.RNN.")] = (
        None
    )
    example: Annotated[
        dict[str, Any],
        Meta(
            description="Arguments and axis sizes for the docstring's example, the test and the check."
        ),
    ] = {}


# The field that a bare value stands for, by the key whose entries may be written short:
# `x: batch, features`, `bias: units`, `y: batch, units`, `dense: Dense(units)`.
SHORT_FORMS = {"inputs": "shape", "weights": "shape", "outputs": "shape", "layers": "class"}
