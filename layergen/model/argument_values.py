"""Other values for the constructor arguments of a layer, and wrong ones, for its test."""

from __future__ import annotations

from typing import Any

import msgspec

from layergen.model.arguments import KERAS_OBJECTS, default_of, has_default
from layergen.model.decide import Decided
from layergen.model.draft import INIT
from layergen.model.expressions import evaluate
from layergen.spec.fields import TUPLES, Arg


def other_values(decided: Decided) -> dict[str, Any]:
    """For each argument a valid value that is not its default."""
    spec = decided.scope.made.spec
    found: dict[str, Any] = {}
    chosen = dict(decided.example.values)
    for argument in decided.layer.arguments:
        arg = spec.args.get(argument.name)
        if arg is None:
            found[argument.name] = _other_object(argument.name)
            continue
        found[argument.name] = chosen[argument.name] = _other_value(
            decided, argument.name, arg, chosen
        )
    return found


def config_of(decided: Decided, name: str, value: str) -> str | None:
    """Source of what get_config holds for a value, given as source; None where it is the value itself."""
    arg = decided.scope.made.spec.args.get(name)
    kind = arg.type if arg is not None else name.rpartition("_")[2]
    if kind in TUPLES and not value.startswith(("(", "None")):
        # One stands for as many as there are.
        return f"[{value}] * {arg.length or 1}"
    # No activation is Keras's `linear`; none of the others is none.
    if kind not in KERAS_OBJECTS or (value == "None" and kind != "activation"):
        return None
    module = KERAS_OBJECTS[kind]
    return f"keras.{module}.serialize(keras.{module}.get({value}))"


def _other_object(name: str) -> Any:
    for kind, value in (("initializer", "ones"), ("regularizer", "l2"), ("constraint", "non_neg")):
        if name.endswith(kind):
            return value
    return 7  # the seed


def _other_value(decided: Decided, name: str, arg: Arg, chosen: dict[str, Any]) -> Any:
    default = _plain(default_of(arg) if has_default(arg) else chosen[name])
    others = (value for value in candidates(arg) if not same(value, default))
    return next(
        (value for value in others if _conditions_hold(decided, {**chosen, name: value})), default
    )


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def same(one: Any, other: Any) -> bool:
    """Whether two values of an argument are one: True is not 1."""
    return type(one) is type(other) and one == _plain(other)


def candidates(arg: Arg) -> list[Any]:
    """Values that the argument's own checks let through."""
    low = 1 if arg.min is None else arg.min
    high = 10**6 if arg.max is None else arg.max
    match arg.type:
        case "int" | "axis":
            numbers = [value for value in (4, 6, 8, 2, 3, 5, 12, 1, 16) if low <= value <= high]
            return [*numbers, int(low), int(low) + 1]
        case "float":
            bounded = arg.min is not None and arg.max is not None
            middle = (low + high) / 2 if bounded else float(low) + 0.25
            numbers = [0.25, 0.5, 0.75, middle, float(low) + 1.5]
            least = low if arg.min is not None else float("-inf")
            return [value for value in numbers if least <= value <= high]
        case "ints" | "floats" | "strs":
            kind = "choice" if arg.choices else TUPLES[arg.type]
            one = candidates(msgspec.structs.replace(arg, type=kind))
            return [(item,) * (arg.length or 2) for item in one]
        case "choice":
            return list(arg.choices or ())
    return {
        "bool": [True, False],
        "str": ["other"],
        "dtype": ["int32", "float32"],
        "activation": ["tanh", "relu"],
        "initializer": ["ones", "zeros"],
        "regularizer": ["l2", "l1"],
        "constraint": ["non_neg", "unit_norm"],
    }.get(arg.type, [])


def _conditions_hold(decided: Decided, values: dict[str, Any]) -> bool:
    made = decided.scope.made
    try:
        for name, size in made.sizes.items():
            if made.levels[name] == INIT:
                values[name] = evaluate(size.node, values)
        return all(evaluate(item.node, values) for item in made.require if made.level(item) == INIT)
    except Exception:  # noqa: BLE001 - values that the conditions cannot take are not valid
        return False


def wrong_values(decided: Decided) -> list[tuple[str, str]]:
    """Values that the constructor must refuse."""
    wrong: list[tuple[str, str]] = []
    for name, arg in decided.scope.made.spec.args.items():
        match arg.type:
            case "int" | "axis":
                wrong.append((name, "0.5"))
                wrong += [(name, repr(int(arg.min) - 1))] if arg.min is not None else []
                wrong += [(name, repr(int(arg.max) + 1))] if arg.max is not None else []
            case "float":
                wrong += [(name, repr(arg.min - 1))] if arg.min is not None else []
                wrong += [(name, repr(arg.max + 1))] if arg.max is not None else []
            case "choice":
                wrong.append((name, "'no such choice'"))
            case "ints" | "floats" | "strs":
                wrong.append(
                    (name, repr((("0.5",) if arg.type == "floats" else (0.5,)) * (arg.length or 1)))
                )
                wrong += [(name, repr((2,) * (arg.length + 1)))] if arg.length is not None else []
            case "activation" | "initializer" | "regularizer" | "constraint":
                wrong.append((name, "'no such name'"))
    return wrong
