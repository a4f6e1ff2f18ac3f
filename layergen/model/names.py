"""Identifiers: which names a spec may give, and what they become in a file."""

from __future__ import annotations

import keyword
import re
import sys

from layergen.model.expressions import STATIC_BUILTINS
from layergen.model.functions import LAYER_ATTRIBUTES

# Names that the generated code itself uses, or that Python's readers expect to mean something else.
_TAKEN = frozenset(
    "self super keras ops np math inputs_shape input_shape training mask kwargs args seed_generator"
    " config cls states True False None print open eval exec".split()
)

# Kinds whose names are variables of a method. What is kept as an attribute hides nothing, and the
# functions of Keras are written `ops.max`: they cannot be hidden either.
_LOCALS = ("sizes", "inputs", "call_args")


def module_name(name: str) -> str:
    """The name of the class's file, which must not hide a module that it or its test imports."""
    spelled = snake_case(name)
    taken = spelled in sys.stdlib_module_names or keyword.iskeyword(spelled)
    return f"{spelled}_layer" if taken or spelled in _IMPORTED else spelled


_IMPORTED = frozenset("keras numpy pytest tensorflow torch jax conftest".split())


def snake_case(name: str) -> str:
    """`MyRMSNorm2D` → `my_rms_norm2_d`'s readable form `my_rms_norm2d`: the name of the file."""
    spaced = re.sub(
        r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name
    )
    return spaced.lower()


def class_name_problem(name: str) -> tuple[str, str] | None:
    """Why `name` cannot be the class, and what to do; None where it can."""
    if not name.isidentifier() or keyword.iskeyword(name):
        return f"{name!r} is not a valid name for a Python class", "use letters and digits: MyLayer"
    if not name[0].isupper():
        capital = "".join(part[:1].upper() + part[1:] for part in name.split("_"))
        return (
            f"{name!r} is not in CapWords",
            f"classes are named {capital!r}, files {snake_case(name)!r}",
        )
    if name in ("Layer", "None", "True", "False"):
        return f"{name!r} is taken", "use another name for the class"
    return None


def name_problem(name: str, kind: str) -> tuple[str, str] | None:
    """Why `name` cannot name a `kind` (arg, input, weight, ...); None where it can."""
    if not name.isidentifier():
        return f"{name!r} is not a valid Python name", "use letters, digits and underscores"
    if keyword.iskeyword(name) or keyword.issoftkeyword(name):
        return f"{name!r} is a word of Python's own", f"use another name, such as '{name}_'"
    if name.startswith("_"):
        return f"{name!r} starts with an underscore", f"use {name.lstrip('_') or 'another name'!r}"
    if name in ("training", "mask") and kind in ("call_args", "args", "inputs"):
        return f"{name!r} needs no declaration", "use the name in `call`, and the layer takes it"
    if name in _TAKEN:
        return f"{name!r} is used by the generated code itself", "use another name"
    if kind not in ("inputs", "outputs", "call_args", "axis") and name in LAYER_ATTRIBUTES:
        return f"{name!r} would hide keras.layers.Layer.{name}", "use another name"
    if name in STATIC_BUILTINS and kind in _LOCALS:
        return (
            f"{name!r} would hide Python's own function of that name",
            f"use another name, such as '{name}_'",
        )
    return None
