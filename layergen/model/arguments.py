"""Constructor arguments: their order, defaults, checks, and how each is kept and put into the config."""

from __future__ import annotations

import math
from typing import Any

import msgspec

from layergen.model.functions import (
    ACTIVATION_WORDS,
    CONSTRAINT_WORDS,
    INITIALIZER_WORDS,
    INITIALIZERS,
    REGULARIZER_WORDS,
)
from layergen.model.layer import Argument, Assignment, Check, in_message
from layergen.spec.fields import TUPLES, Arg
from layergen.spec.problems import Problem
from layergen.spec.suggest import one_of

# Types that Keras itself looks up, converts and serialises.
KERAS_OBJECTS = {
    "activation": "activations",
    "initializer": "initializers",
    "regularizer": "regularizers",
    "constraint": "constraints",
}
WORDS = {
    "activation": ACTIVATION_WORDS,
    "initializer": INITIALIZER_WORDS | INITIALIZERS.keys(),
    "regularizer": REGULARIZER_WORDS | {"L1", "L2", "L1L2"},
    "constraint": CONSTRAINT_WORDS | {"MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm"},
}
# Keras's layers end their signatures in this order; everything else keeps the order of the spec.
_TAIL = (
    "activation",
    "use_bias",
    "_initializer",
    "_regularizer",
    "activity_regularizer",
    "_constraint",
    "seed",
)


def in_keras_order(arguments: list[Argument]) -> list[Argument]:
    """Required arguments first, Keras's common ones last and in Keras's order."""

    def place(argument: Argument) -> tuple[bool, int]:
        for index, ending in enumerate(_TAIL):
            if argument.name == ending or (
                ending.startswith("_") and argument.name.endswith(ending)
            ):
                return argument.default is not None, index + 1
        return argument.default is not None, 0

    return sorted(arguments, key=place)


def has_default(arg: Arg) -> bool:
    return arg.optional or arg.default is not msgspec.UNSET


def may_be_none(arg: Arg) -> bool:
    return arg.optional or arg.default is None


def default_of(arg: Arg) -> Any:
    return None if arg.default is msgspec.UNSET else arg.default


def argument(name: str, arg: Arg) -> tuple[Argument, tuple[Assignment, ...]]:
    """The argument, and the conversion that its checks need first."""
    default = None
    if has_default(arg):
        value = default_of(arg)
        default = repr(tuple(value)) if isinstance(value, list) else _number(value)
    stored, config = name, f"self.{name}"
    if arg.type in KERAS_OBJECTS:
        module = KERAS_OBJECTS[arg.type]
        stored, config = f"keras.{module}.get({name})", f"keras.{module}.serialize(self.{name})"
    if arg.type == "dtype":
        stored = f"keras.backend.standardize_dtype({name})"
    made = Argument(name, default, document(name, arg), stored, config, _checks(name, arg))
    return made, _conversion(name, arg)


def _number(value: Any) -> str:
    if isinstance(value, float):
        mantissa, e, exponent = repr(value).partition("e")
        return f"{mantissa}e{int(exponent)}" if e else mantissa
    return repr(value)


def _conversion(name: str, arg: Arg) -> tuple[Assignment, ...]:
    if arg.type not in TUPLES:
        return ()
    source = f"tuple({name})"
    if arg.length is not None:
        one = _IS_ONE[TUPLES[arg.type]].format(name=name)
        source = f"({name},) * {arg.length} if {one} else tuple({name})"
    if may_be_none(arg):
        source = f"None if {name} is None else {source}"
    return (Assignment(name, source),)


def _checks(name: str, arg: Arg) -> tuple[Check, ...]:
    fails, what = _failure(name, arg)
    if not fails:
        return ()
    if may_be_none(arg):
        fails, what = f"{name} is not None and ({fails})", f"{what} or None"
    return (Check(fails, f"`{name}` must be {in_message(what)}. Received: {name}={{{name}}}"),)


_IS_ONE = {
    "int": "isinstance({name}, int)",
    "float": "isinstance({name}, (int, float))",
    "str": "isinstance({name}, str)",
}


def _failure(name: str, arg: Arg) -> tuple[str, str]:
    low, high = arg.min, arg.max
    match arg.type:
        case "int" | "axis":
            if low is None and high is None:
                # Not isinstance: linters then ask for TypeError, where Keras raises ValueError.
                return f"type({name}) is not int", what_it_is(arg)
            return f"not isinstance({name}, int){_bounds(name, arg, ' or ')}", what_it_is(arg)
        case "float":
            if low is None and high is None:
                return "", ""
            return f"not isinstance({name}, (int, float)){_bounds(name, arg, ' or ')}", what_it_is(
                arg
            )
        case "choice":
            return f"{name} not in {tuple(arg.choices or ())!r}", what_it_is(arg)
        case "ints" | "floats" | "strs":
            wrong = [f"len({name}) != {arg.length}"] if arg.length is not None else []
            one = (
                f"not {_IS_ONE[TUPLES[arg.type]].format(name='item')}{_bounds('item', arg, ' or ')}"
            )
            if arg.choices:
                one = f"item not in {tuple(arg.choices)!r}"
            wrong.append(f"any({one} for item in {name})")
            return " or ".join(wrong), what_it_is(arg)
    return "", ""


def _bounds(name: str, arg: Arg, before: str) -> str:
    low, high = arg.min, arg.max
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        return f"{before}not {_number(low)} <= {name} <= {_number(high)}"
    return (
        f"{before}{name} < {_number(low)}"
        if low is not None
        else f"{before}{name} > {_number(high)}"
    )


def what_it_is(arg: Arg) -> str:
    """`a positive integer`, `a float between 0 and 1`, `one of 'same', 'valid'`."""
    nouns = {"int": "integer", "axis": "integer", "float": "number", "str": "string"}
    several = arg.type in TUPLES
    noun = nouns.get(TUPLES.get(arg.type, arg.type), "") + "s" * several
    count = "" if not several else f"{arg.length} " if arg.length else "a tuple of "
    article = "" if several else "an " if noun == "integer" else "a "
    if arg.choices:
        return f"{count}one of " + ", ".join(repr(item) for item in arg.choices)
    if arg.min == 1 and arg.max is None and noun.startswith("integer"):
        return f"{count}{'' if count else 'a '}positive {noun}"
    if arg.min == 0 and arg.max is None:
        return f"{count}{'' if count else 'a '}non-negative {noun}"
    if arg.min is not None and arg.max is not None:
        return f"{count}{article}{noun} between {_number(arg.min)} and {_number(arg.max)}"
    if arg.min is not None:
        return f"{count}{article}{noun} of at least {_number(arg.min)}"
    if arg.max is not None:
        return f"{count}{article}{noun} of at most {_number(arg.max)}"
    return f"{count}{article}{noun}"


def document(name: str, arg: Arg) -> str:
    """The entry of the docstring, in Keras's manner."""
    kinds = {
        "int": "Integer", "float": "Float", "bool": "Boolean", "str": "String", "choice": "String",
        "ints": "Tuple of integers", "floats": "Tuple of numbers", "strs": "Tuple of strings", "axis": "Integer", "activation": "Activation function to use",
        "initializer": "Initializer", "regularizer": "Regularizer function",
        "constraint": "Constraint function", "dtype": "Dtype, as a string",
    }  # fmt: skip
    kind = kinds[arg.type]
    if arg.type == "int" and arg.min == 1:
        kind = "Positive integer"
    if arg.type == "choice":
        kind = "One of " + ", ".join(f"`{item!r}`" for item in arg.choices or ())
    if arg.type in TUPLES and arg.length:
        several = kind.removeprefix("Tuple of ")
        kind = f"{several[:-1].capitalize()} or tuple of {arg.length} {several}"
    if arg.type == "strs" and arg.choices:
        kind += ", of " + ", ".join(f"`{item!r}`" for item in arg.choices)
    if may_be_none(arg):
        kind += ", or None"
    if arg.type == "float" and arg.min is not None and arg.max is not None:
        kind += f" between {_number(arg.min)} and {_number(arg.max)}"
    text = f"{name}: {kind}. {arg.doc}".strip()
    text = text if text.endswith((".", "`")) else text + "."
    if has_default(arg) and default_of(arg) is not None:
        value = default_of(arg)
        shown = tuple(value) if isinstance(value, list) else value
        text += f" Defaults to `{_number(shown) if isinstance(shown, float) else repr(shown)}`."
    return text.replace("'", '"') if "`'" in text else text


def check_default(name: str, arg: Arg, problems: list[Problem]) -> None:
    """A default that the argument's own checks would refuse, or of another type."""
    path = ("args", name, "default")
    if arg.type == "choice" and not arg.choices:
        problems.append(
            Problem(("args", name), "a choice needs `choices`", "write choices: [one, other]")
        )
        return
    if arg.choices and arg.type not in ("choice", "strs"):
        message = f"`choices` goes with type: choice or strs, not {arg.type}"
        problems.append(Problem(("args", name, "choices"), message))
    if arg.min is not None and arg.max is not None and arg.min > arg.max:
        problems.append(Problem(("args", name, "min"), f"min {arg.min} is above max {arg.max}"))
    if not has_default(arg) or default_of(arg) is None:
        return
    value = default_of(arg)
    if isinstance(value, float) and not math.isfinite(value):
        hint = "write `optional: true` for an argument that may be left out"
        problems.append(Problem(path, f"the default {value} is no finite number", hint))
        return
    if arg.type in WORDS:
        if not isinstance(value, str) or value not in WORDS[arg.type]:
            hint = one_of("known", sorted(WORDS[arg.type]), str(value))
            problems.append(
                Problem(path, f"{value!r} is not one of Keras's {KERAS_OBJECTS[arg.type]}", hint)
            )
        return
    if not _fits(value, arg):
        problems.append(Problem(path, f"expected {what_fits(arg)}, read {value!r}"))


def what_fits(arg: Arg) -> str:
    """What a value of an argument must be, in words."""
    words = {"bool": "true or false", "str": "text", "dtype": "the name of a dtype"}
    objects = {kind: f"a word of keras.{module}" for kind, module in KERAS_OBJECTS.items()}
    return (words | objects).get(arg.type) or what_it_is(arg)


def fits(value: Any, arg: Arg) -> bool:
    """Whether a value is of the argument's type, and within its bounds."""
    if arg.type in WORDS:
        return isinstance(value, str) and value in WORDS[arg.type]
    return _fits(value, arg)


def _fits(value: Any, arg: Arg) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    match arg.type:
        case "int" | "axis":
            return whole and _within(value, arg)
        case "float":
            return (whole or isinstance(value, float)) and _within(value, arg)
        case "bool":
            return isinstance(value, bool)
        case "choice":
            return value in (arg.choices or ())
        case "ints" | "floats" | "strs":
            if not isinstance(value, list) and arg.length is None:
                return False
            items = value if isinstance(value, list) else [value] * arg.length
            one = msgspec.structs.replace(arg, type="choice" if arg.choices else TUPLES[arg.type])
            return arg.length in (None, len(items)) and all(_fits(item, one) for item in items)
    return isinstance(value, str)


def _within(value: float, arg: Arg) -> bool:
    return (arg.min is None or value >= arg.min) and (arg.max is None or value <= arg.max)
