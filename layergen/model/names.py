"""Identifiers: which names a spec may give, and what they become in a file."""

from __future__ import annotations

import keyword
import re
import sys

from layergen.model.expressions import STATIC_BUILTINS
from layergen.model.functions import LAYER_ATTRIBUTES

# Names that the generated code itself uses: anywhere, as attributes, and as locals of its methods.
_EVERYWHERE = frozenset("self super keras ops np math print open eval exec".split())
_ATTRIBUTES = frozenset("seed_generator mask training trainable".split())
_LOCALS = frozenset("inputs_shape input_shape training kwargs config states".split())
# What stands as an attribute of the layer, and the noun that keeps it apart from one of Keras's.
_NOUNS = {"weights": "weight", "layers": "layer", "constants": "constant", "sizes": "size"}


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
    attribute = kind == "args" or kind in _NOUNS
    if name in _EVERYWHERE | (_ATTRIBUTES if attribute else _LOCALS):
        return f"{name!r} is used by the generated code itself", "use another name"
    if kind == "args" and name in LAYER_ATTRIBUTES:
        return f"{name!r} would hide keras.layers.Layer.{name}", "use another name"
    # Attributes hide nothing, and Keras's functions are written `ops.max`: they cannot be hidden either.
    if name in STATIC_BUILTINS and kind in ("inputs", "call_args", "sizes"):
        hint = f"use another name, such as '{name}_'"
        return f"{name!r} would hide Python's own function of that name", hint
    return None


def attribute(name: str, kind: str) -> str:
    """The attribute that holds a weight, sublayer, constant or size: `output` is Keras's own, so `output_weight`."""
    return f"{name}_{_NOUNS[kind]}" if name in LAYER_ATTRIBUTES else name
